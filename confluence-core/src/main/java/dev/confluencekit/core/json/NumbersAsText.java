package dev.confluencekit.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** v1 gives some ids as numbers that v2 gives as texts: a type that is made of a text takes a whole number as well. */
final class NumbersAsText extends DeserializationProblemHandler {
    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> wanted,
            @Nullable ValueInstantiator instantiator,
            @Nullable JsonParser parser,
            String message)
            throws IOException {
        if (parser != null
                && instantiator != null
                && parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && instantiator.canCreateFromString()) {
            return instantiator.createFromString(context, parser.getText());
        }
        return NOT_HANDLED;
    }
}
