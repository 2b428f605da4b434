package dev.sekisho.change.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One value that is other than before. */
@Schema(name = "Difference", description = "One value of an object that is other than before.")
record Difference(
        @Schema(
                description = "Where it stands (JSON pointer, RFC 6901); empty for the object as a whole.",
                examples = "/firewall/state")
        String pointer,

        @Schema(implementation = Object.class, description = "The value before; absent where there was none.") @Nullable
        JsonNode before,

        @Schema(implementation = Object.class, description = "The value after; absent where there is none.") @Nullable
        JsonNode after) {

    /** So many are told of one change. */
    static final int MOST = 100;

    /** What differs, one more than are told at most. */
    static List<Difference> between(@Nullable JsonNode before, @Nullable JsonNode after) {
        var found = new ArrayList<Difference>();
        collect(
                "",
                before == null ? MissingNode.getInstance() : before,
                after == null ? MissingNode.getInstance() : after,
                found);
        return found;
    }

    private static void collect(String pointer, JsonNode before, JsonNode after, List<Difference> into) {
        if (into.size() > MOST || before.equals(after)) {
            return;
        }
        if (containers(before, after, JsonNode::isObject)) {
            names(before, after)
                    .forEach(name -> collect(
                            pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                            before.path(name),
                            after.path(name),
                            into));
        } else if (containers(before, after, JsonNode::isArray)) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                collect(pointer + "/" + i, before.path(i), after.path(i), into);
            }
        } else {
            into.add(new Difference(pointer, present(before), present(after)));
        }
    }

    /** An object that was not there, or is not any more, is told value by value, too. */
    private static boolean containers(JsonNode before, JsonNode after, Predicate<JsonNode> kind) {
        boolean both = kind.test(before) && kind.test(after);
        boolean came = before.isMissingNode() && kind.test(after) && !after.isEmpty();
        boolean went = after.isMissingNode() && kind.test(before) && !before.isEmpty();
        return both || came || went;
    }

    private static List<String> names(JsonNode before, JsonNode after) {
        var names = new ArrayList<String>();
        before.fieldNames().forEachRemaining(names::add);
        for (Iterator<Map.Entry<String, JsonNode>> fields = after.fields(); fields.hasNext(); ) {
            String name = fields.next().getKey();
            if (!before.has(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static @Nullable JsonNode present(JsonNode value) {
        return value.isMissingNode() ? null : value;
    }
}
