package dev.sekisho.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Tells of a JSON body everything that is wrong, where the reader stops at the first. */
@Provider
class FaultyBodies implements ReaderInterceptor {
    private final StrictBody strict;
    private final ObjectMapper json;

    FaultyBodies(StrictBody strict, ObjectMapper json) {
        this.strict = strict;
        this.json = json;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!isJson(context.getMediaType()) || !isObject(context.getType())) {
            return context.proceed();
        }
        byte[] head = context.getInputStream().readNBytes(StrictBody.LARGEST + 1);
        context.setInputStream(again(head, context.getInputStream()));
        try {
            return context.proceed();
        } catch (JsonProcessingException failure) {
            throw strict.everything(head, json.constructType(context.getGenericType()), failure);
        } catch (WebApplicationException failure) {
            if (failure.getCause() instanceof JsonProcessingException cause) {
                throw strict.everything(head, json.constructType(context.getGenericType()), cause);
            }
            throw failure;
        }
    }

    private static InputStream again(byte[] head, InputStream rest) {
        var read = new ByteArrayInputStream(head);
        return head.length > StrictBody.LARGEST ? new SequenceInputStream(read, rest) : read;
    }

    private static boolean isJson(MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }

    /** Bytes, files and trees are read by whoever asked for them. */
    private static boolean isObject(Class<?> type) {
        return type.isRecord();
    }
}
