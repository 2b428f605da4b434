package dev.sekisho.change.seal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Seals values in one transaction. Keys made here are others' only after the commit, or they might seal what nobody can open. */
public final class Sealer {
    private final ObjectMapper json;
    private final PersonKeys keys;

    /** By person; the ones made last are still to be stored. */
    private final Map<ByteBuffer, PersonKey> made = new LinkedHashMap<>();

    private final Map<ByteBuffer, PersonKey> unstored = new LinkedHashMap<>();

    Sealer(ObjectMapper json, PersonKeys keys) {
        this.json = json;
        this.keys = keys;
    }

    /**
     * An object as JSON, with what is personal in it sealed.
     *
     * @param without properties that are left out
     */
    public byte[] json(Object object, Set<String> without) {
        var writer = json.writer().withAttribute(Sealer.class, this);
        try {
            byte[] all = writer.writeValueAsBytes(object);
            return without.isEmpty()
                    ? all
                    : json.writeValueAsBytes(
                            json.readValue(all, ObjectNode.class).remove(without));
        } catch (IOException failure) {
            throw new IllegalStateException("an object cannot be put into words", failure);
        }
    }

    /** A text that is personal as a whole. */
    public String text(String text) {
        return seal(text, text);
    }

    /** @param knownBy what the person is known by */
    String seal(String knownBy, String text) {
        ByteBuffer person = ByteBuffer.wrap(PersonKey.person(knownBy));
        PersonKey key = made.get(person);
        if (key == null) {
            key = keys.held(person);
        }
        if (key == null) {
            key = PersonKey.random();
            made.put(person, key);
            unstored.put(person, key);
        }
        return key.seal(text);
    }

    /** Stores the keys that were made, in the transaction at hand. */
    public void keep() throws SQLException {
        keys.insert(unstored);
        unstored.clear();
    }

    /** The transaction is committed. */
    public void kept() {
        unstored.keySet().forEach(made::remove);
        keys.hold(made);
    }
}
