package dev.sekisho.web.list;

import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list read from the database page by page, each page starting after the last row of the one before: no row is skipped
 * or repeated however the data changes, and a late page costs no more than the first.
 */
public final class Keyset<E> {
    /** Counting stops here, so that a total never costs more than a page. */
    private static final int COUNTED = 10_000;

    private final EntityManager entities;
    private final Class<E> type;
    private final String key;
    private final Function<String, Object> keyValue;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private @Nullable String constant;
    private @Nullable String narrowing;
    private @Nullable Integer all;

    /** @param key the attribute that is unique and breaks ties */
    public Keyset(EntityManager entities, Class<E> type, String key) {
        this(entities, type, key, text -> text);
    }

    /**
     * The same with a key that is no text.
     *
     * @param keyValue reads the text of a page token back into a value of the key
     */
    public Keyset(EntityManager entities, Class<E> type, String key, Function<String, Object> keyValue) {
        this.entities = entities;
        this.type = type;
        this.key = key;
        this.keyValue = keyValue;
    }

    /** Narrows the list to rows with this value of an attribute, unless it is absent. */
    public Keyset<E> equal(String attribute, @Nullable Object value) {
        if (value != null && constant == null) {
            constant = attribute;
        }
        return where(attribute, "=", value);
    }

    /** Narrows the list to rows with at least this value of an attribute, unless it is absent. */
    public Keyset<E> atLeast(String attribute, @Nullable Object value) {
        return where(attribute, ">=", value);
    }

    /** Narrows the list to rows with less than this value of an attribute, unless it is absent. */
    public Keyset<E> below(String attribute, @Nullable Object value) {
        return where(attribute, "<", value);
    }

    /** Narrows the list to rows with any but this value of an attribute, unless it is absent. */
    public Keyset<E> other(String attribute, @Nullable Object value) {
        return where(attribute, "<>", value);
    }

    /**
     * Narrows the list to rows whose attribute is selected elsewhere, unless the value is absent.
     *
     * @param select what is selected, up to the value it is compared with
     */
    public Keyset<E> selected(String attribute, String select, @Nullable Object value) {
        if (value != null) {
            String parameter = "p" + parameters.size();
            conditions.add("e." + attribute + " in (" + select + ":" + parameter + ")");
            parameters.put(parameter, value);
        }
        return this;
    }

    /** Narrows the list to rows with one of these values of an attribute, unless they are absent. */
    public Keyset<E> among(String attribute, @Nullable Collection<?> values) {
        return where(attribute, "in", values);
    }

    private Keyset<E> where(String attribute, String relation, @Nullable Object value) {
        if (value != null) {
            String parameter = "p" + parameters.size();
            conditions.add("e." + attribute + " " + relation + " :" + parameter);
            parameters.put(parameter, value);
            narrowing = narrowing == null ? attribute : narrowing;
        }
        return this;
    }

    /**
     * Narrows the list to rows that are called so.
     *
     * @param folded the attribute that holds the name folded, where it is not just the name in small letters
     */
    public Keyset<E> called(TextFilter text, String keyOfIt, String name, String folded) {
        String called = "coalesce(e." + folded + ", lower(e." + name + "))";
        FoldedText whole = text.name();
        if (whole != null) {
            conditions.add(called + " = :wholeName");
            parameters.put("wholeName", whole.text());
        }
        FoldedText part = text.q();
        if (part != null) {
            conditions.add("(locate(:part, lower(e." + keyOfIt + ")) > 0 or locate(:part, " + called + ") > 0)");
            parameters.put("part", part.text());
        }
        return this;
    }

    /**
     * One row more than the page holds, so that the reader knows whether there is a next page.
     *
     * @param attribute what the list is sorted by; never null in a row
     * @param value reads the text of a page token back into a value of that attribute
     */
    public List<E> rows(ListQuery query, String attribute, Function<String, Object> value) {
        return rows(query, List.of(attribute), text -> List.of(value.apply(text)));
    }

    /**
     * The same of a list that is sorted by several attributes, all in one direction.
     *
     * @param attributes the first counts most; never null in a row
     * @param values reads the text of a page token back into a value of each
     */
    public List<E> rows(ListQuery query, List<String> attributes, Function<String, List<?>> values) {
        boolean descending = query.order().descending();
        String direction = descending ? " desc" : " asc";
        ListQuery.After after = query.after();
        List<String> sorted = Stream.concat(attributes.stream(), Stream.of(key)).toList();
        var narrowed = new ArrayList<>(conditions);
        if (after != null) {
            narrowed.add(beyond(sorted, descending ? "<" : ">", 0));
        }
        TypedQuery<E> rows = entities.createQuery(
                        "from " + type.getSimpleName() + " e" + clause(narrowed) + " order by "
                                + constantFirst(direction)
                                + sorted.stream()
                                        .map(attribute -> "e." + attribute + direction)
                                        .collect(Collectors.joining(", ")),
                        type)
                .setMaxResults(query.limit() + 1);
        parameters.forEach(rows::setParameter);
        if (after != null) {
            setPlace(rows, after, attributes.size(), values);
        }
        List<E> found = rows.getResultList();
        all = after == null && found.size() <= query.limit() ? found.size() : null;
        return found;
    }

    /** Beyond a place in an order by several attributes: the first that differs decides. */
    private static String beyond(List<String> sorted, String relation, int from) {
        String attribute = "e." + sorted.get(from);
        String further = attribute + " " + relation + " :after" + from;
        return from + 1 == sorted.size()
                ? further
                : "(" + further + " or (" + attribute + " = :after" + from + " and "
                        + beyond(sorted, relation, from + 1) + "))";
    }

    private void setPlace(TypedQuery<E> rows, ListQuery.After after, int attributes, Function<String, List<?>> values) {
        List<?> place = read(String.valueOf(after.value()), text -> {
            List<?> read = values.apply(text);
            if (read.size() != attributes) {
                throw new IllegalArgumentException("not a place in this order: " + text);
            }
            return read;
        });
        for (int i = 0; i < attributes; i++) {
            rows.setParameter("after" + i, place.get(i));
        }
        rows.setParameter("after" + attributes, read(after.key(), keyValue));
    }

    private static <T> T read(String text, Function<String, T> value) {
        try {
            return value.apply(text);
        } catch (RuntimeException unreadable) {
            throw ProblemException.at(
                    ProblemType.INVALID,
                    "pageToken",
                    "pageToken is not one given for this list; start again without it.");
        }
    }

    /** What is the same in all rows changes no order; named first it lets a database walk along an index instead of sorting. */
    private String constantFirst(String direction) {
        return constant == null ? "" : "e." + constant + direction + ", ";
    }

    /** Not counted again where the first page held everything. */
    public Page.Total total() {
        if (all != null) {
            return new Page.Total(all, true);
        }
        String along = narrowing == null ? key : narrowing;
        TypedQuery<Long> count = entities.createQuery(
                "select count(*) from (select e." + key + " as id from " + type.getSimpleName() + " e"
                        + clause(conditions) + " order by e." + along + " limit " + (COUNTED + 1) + ") counted",
                Long.class);
        parameters.forEach(count::setParameter);
        long counted = count.getSingleResult();
        return new Page.Total(Math.min(counted, COUNTED), counted <= COUNTED);
    }

    private static String clause(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
