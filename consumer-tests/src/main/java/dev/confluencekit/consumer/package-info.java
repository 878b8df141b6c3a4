/** A program of a user's. */
package dev.confluencekit.consumer;
