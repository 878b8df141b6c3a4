/** What a store of integrations has to keep to, as a test to be extended. */
package dev.confluencekit.integration.registry.contract;
