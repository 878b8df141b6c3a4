/** What a credential store has to keep to, as a test to be extended. */
package dev.confluencekit.auth.contract;
