/** One tenant's list of integrations: add, connect, list, test, edit, exchange the key, delete. */
@NullMarked
package dev.confluencekit.integration.registry;

import org.jspecify.annotations.NullMarked;
