package dev.confluencekit.integration.registry;

import dev.confluencekit.integration.registry.contract.IntegrationStoreContract;

class InMemoryIntegrationStoreTest extends IntegrationStoreContract {
    @Override
    protected IntegrationStore newStore() {
        return IntegrationStore.inMemory();
    }
}
