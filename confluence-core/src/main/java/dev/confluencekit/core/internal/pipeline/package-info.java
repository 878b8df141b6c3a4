/**
 * The call pipeline, one class a step: validate, wait at the tenant's gate, authenticate, send, read within byte and
 * time limits, classify, decode, retry or return. Retrying happens here and nowhere else.
 */
@NullMarked
package dev.confluencekit.core.internal.pipeline;

import org.jspecify.annotations.NullMarked;
