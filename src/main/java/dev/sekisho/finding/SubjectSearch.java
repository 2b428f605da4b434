package dev.sekisho.finding;

import dev.sekisho.web.list.FoldedText;
import dev.sekisho.web.list.TextFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what findings are about by its key and name. It reads an index that holds nothing else, because rows of findings are
 * wide. Names beyond ASCII are compared here: databases do not agree on their small letters.
 */
@ApplicationScoped
class SubjectSearch {
    /** Among findings about more than these, a page of them is soon met in the order of the list. */
    private static final int MOST = 10_000;

    private static final int CHUNK = 5_000;

    private static final String AFTER = "select subject_key, subject_name from finding where subject_key >= :key"
            + " and (subject_key > :key or subject_name > :name)"
            + " and (octet_length(subject_name) > char_length(subject_name)";

    private static final String IN_ORDER = ") order by subject_key, subject_name";

    private final EntityManager entities;

    SubjectSearch(EntityManager entities) {
        this.entities = entities;
    }

    /** The keys of all that is called so, be its findings published or not; null when that would not narrow a list. */
    @Nullable
    SortedSet<String> keys(TextFilter text) {
        if (text.equals(TextFilter.NONE)) {
            return null;
        }
        var keys = new TreeSet<String>();
        Object[] last = {"", ""};
        List<Object[]> chunk;
        do {
            chunk = after(last, text);
            for (Object[] row : chunk) {
                if (text.accepts((String) row[0], (String) row[1])) {
                    keys.add((String) row[0]);
                }
                last = row;
            }
        } while (chunk.size() == CHUNK && keys.size() <= MOST);
        return keys.size() > MOST ? null : keys;
    }

    private List<Object[]> after(Object[] last, TextFilter text) {
        FoldedText part = text.q();
        FoldedText whole = text.name();
        var ascii = new ArrayList<String>();
        if (part != null) {
            ascii.add("(position(:part in lower(subject_key)) > 0 or position(:part in lower(subject_name)) > 0)");
        }
        if (whole != null) {
            ascii.add("lower(subject_name) = :whole");
        }
        var query = entities.createNativeQuery(AFTER + " or " + String.join(" and ", ascii) + IN_ORDER, Object[].class)
                .setParameter("key", last[0])
                .setParameter("name", last[1])
                .setMaxResults(CHUNK);
        if (part != null) {
            query.setParameter("part", part.text());
        }
        if (whole != null) {
            query.setParameter("whole", whole.text());
        }
        return query.getResultList();
    }
}
