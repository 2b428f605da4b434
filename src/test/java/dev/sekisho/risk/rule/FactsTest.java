package dev.sekisho.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FactsTest {
    private final Facts facts = new Facts(new TreeMap<>(Map.of("zone", "z", "access", "OPEN", "breaks", "0")));

    @Test
    void isTheMapItWasMadeOf() {
        Map<String, String> same = Map.of("zone", "z", "access", "OPEN", "breaks", "0");

        assertThat(facts).isEqualTo(same).hasSameHashCodeAs(same).hasSize(3);
        assertThat(facts.keySet()).containsExactly("access", "breaks", "zone");
        assertThat(facts.get("breaks")).isEqualTo("0");
        assertThat(facts.get("none")).isNull();
    }

    @Test
    void isSorted() {
        assertThat(facts.firstKey()).isEqualTo("access");
        assertThat(facts.lastKey()).isEqualTo("zone");
        assertThat(facts.headMap("breaks")).containsOnlyKeys("access");
        assertThat(facts.tailMap("breaks")).containsOnlyKeys("breaks", "zone");
        assertThat(facts.subMap("b", "z")).containsOnlyKeys("breaks");
        assertThat(facts.comparator()).isNull();
    }

    @Test
    void isNotChangedByWhatItWasMadeOf() {
        var source = new TreeMap<>(Map.of("a", "1"));
        var made = new Facts(source);

        source.put("b", "2");

        assertThat(made).containsOnlyKeys("a");
        assertThatThrownBy(() -> made.put("c", "3")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void mayBeEmpty() {
        var none = new Facts(new TreeMap<>());

        assertThat(none).isEmpty();
        assertThatThrownBy(none::firstKey).isInstanceOf(NoSuchElementException.class);
    }
}
