package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Organization;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Product;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Gives every object another key, at random places in the order of keys, and tells the facts in another order. */
final class Renaming {
    private final Map<String, String> keys = new HashMap<>();
    private final Random random;

    Renaming(Random random) {
        this.random = random;
    }

    Estate of(Estate estate) {
        List<Record> facts = new ArrayList<>(facts(estate));
        facts.stream().filter(fact -> !(fact instanceof Match)).forEach(fact -> keys.put(keyOf(fact), newKey()));
        Collections.shuffle(facts, random);
        var renamed = Estate.builder();
        facts.forEach(fact -> add(renamed, (Record) renamed(fact)));
        return renamed.build();
    }

    String keyOf(String former) {
        return keys.getOrDefault(former, former);
    }

    private String newKey() {
        String key = Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
        return keys.containsValue(key) ? newKey() : key;
    }

    private static List<? extends Record> facts(Estate estate) {
        return Stream.of(
                        estate.organizations().values(),
                        estate.zones().values(),
                        estate.assets().values(),
                        estate.thirdParties().values(),
                        estate.dataHoldings().values(),
                        estate.connectionPoints().values(),
                        estate.zoneLinks().values(),
                        estate.products().values(),
                        estate.installations().values(),
                        estate.advisories().values(),
                        estate.installations().keySet().stream()
                                .flatMap(key -> estate.matchesOf(key).stream())
                                .toList())
                .flatMap(Collection::stream)
                .toList();
    }

    private static String keyOf(Record fact) {
        try {
            var key = fact.getClass().getMethod("key");
            return (String) key.invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Object renamed(Object value) {
        if (value instanceof String text) {
            return keyOf(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::renamed).toList();
        }
        if (value instanceof Record fact && fact.getClass().getPackageName().startsWith("dev.sekisho.risk.estate")) {
            return rebuilt(fact);
        }
        return value;
    }

    private Record rebuilt(Record fact) {
        try {
            RecordComponent[] components = fact.getClass().getRecordComponents();
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
            var values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = renamed(components[i].getAccessor().invoke(fact));
            }
            return (Record) fact.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void add(Estate.Builder estate, Record fact) {
        if (fact instanceof Organization it) {
            estate.add(it);
        } else if (fact instanceof Zone it) {
            estate.add(it);
        } else if (fact instanceof Asset it) {
            estate.add(it);
        } else if (fact instanceof ThirdParty it) {
            estate.add(it);
        } else if (fact instanceof DataHolding it) {
            estate.add(it);
        } else if (fact instanceof ConnectionPoint it) {
            estate.add(it);
        } else if (fact instanceof ZoneLink it) {
            estate.add(it);
        } else if (fact instanceof Product it) {
            estate.add(it);
        } else if (fact instanceof Installation it) {
            estate.add(it);
        } else if (fact instanceof Advisory it) {
            estate.add(it);
        } else if (fact instanceof Match it) {
            estate.add(it);
        } else {
            throw new AssertionError(fact);
        }
    }
}
