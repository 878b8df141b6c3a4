package dev.confluencekit.integration.registry;

class InMemoryIntegrationStoreTest extends IntegrationStoreContract {
    @Override
    protected IntegrationStore newStore() {
        return IntegrationStore.inMemory();
    }
}
