package dev.sekisho.ruleset.netfilter;

import dev.sekisho.ruleset.netfilter.NftDocument.Chain;
import dev.sekisho.ruleset.reading.DeclaredFamily;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which chains a packet meets, in order.
 *
 * @param hook where the asked ones are called; empty for chains that are only jumped to
 * @param before those of the hooks a packet passes first
 * @param translating those that translate destinations before the asked ones judge them
 */
record NftChains(
        String hook,
        List<Chain> before,
        List<Chain> asked,
        List<Chain> behind,
        List<Chain> translating,
        List<String> notes) {

    private static final List<String> INCOMING = List.of("forward", "input");
    private static final List<String> OUTGOING = List.of("forward", "output");

    static NftChains of(NftDocument document, GuardSelector guard) {
        return new Choice(document, guard).chains();
    }

    /** Whether a chain judges the address the partner used; of equal priorities nobody knows the order. */
    boolean isBeforeTranslation(Chain chain) {
        return translating.stream().anyMatch(other -> chain.priority() <= other.priority() || chain.isAtDevice());
    }

    private static final class Choice {

        private final GuardSelector guard;
        private final List<Chain> ofHooks;
        private final List<Chain> candidates;
        private final List<String> tables;
        private final List<String> notes = new ArrayList<>();

        Choice(NftDocument document, GuardSelector guard) {
            this.guard = guard;
            var table = guard.one(Key.TABLE);
            tables = document.chains.stream().map(Chain::table).distinct().toList();
            ofHooks = document.chains.stream()
                    .filter(chain -> table.isEmpty()
                            || chain.table().equals(table.get())
                            || chain.table().endsWith(" " + table.get()))
                    .filter(chain -> !chain.families().isEmpty())
                    .sorted(Comparator.comparingInt(Chain::priority))
                    .toList();
            candidates = ofHooks.stream().filter(chain -> !chain.isAtDevice()).toList();
        }

        NftChains chains() {
            var name = guard.one(Key.CHAIN).orElse("forward");
            var named = guard.one(Key.CHAIN).isEmpty()
                    ? List.<Chain>of()
                    : candidates.stream().filter(one -> one.name().equals(name)).toList();
            var hook = hook(named, name);
            if (hook.isEmpty()) {
                refuseAmbiguous(named);
                return new NftChains("", List.of(), named, List.of(), translating("prerouting"), notes);
            }
            var asked = filters(hook.get()).toList();
            if (asked.isEmpty()) {
                throw unknown(name);
            }
            return new NftChains(
                    hook.get(),
                    before(hook.get()),
                    asked,
                    OUTGOING.contains(hook.get()) ? filters("postrouting").toList() : List.of(),
                    translating(hook.get().equals("output") ? "output" : "prerouting"),
                    notes);
        }

        /** The hook that the named chains are called at, or that is named itself; absent for chains only jumped to. */
        private Optional<String> hook(List<Chain> named, String name) {
            var hooks = new HashSet<String>();
            named.stream()
                    .filter(chain -> !chain.isTranslating())
                    .forEach(chain -> chain.hook().ifPresent(hooks::add));
            if (hooks.size() > 1) {
                throw UnsuitableGuard.missing(
                        Key.TABLE, named.stream().map(Chain::table).toList());
            }
            return named.isEmpty()
                    ? Optional.of(name.toLowerCase(Locale.ROOT))
                    : hooks.stream().findFirst();
        }

        private static void refuseAmbiguous(List<Chain> named) {
            for (var family : DeclaredFamily.values()) {
                var several = named.stream()
                        .filter(chain -> chain.families().contains(family))
                        .map(Chain::table)
                        .toList();
                if (several.size() > 1) {
                    throw UnsuitableGuard.missing(Key.TABLE, several);
                }
            }
        }

        private UnsuitableGuard unknown(String name) {
            var table = guard.one(Key.TABLE);
            return ofHooks.isEmpty() && table.isPresent()
                    ? UnsuitableGuard.unknown(Key.TABLE, table.get(), tables)
                    : UnsuitableGuard.unknown(
                            Key.CHAIN,
                            name,
                            candidates.stream().map(Chain::name).distinct().toList());
        }

        private Stream<Chain> filters(String hook) {
            return candidates.stream().filter(chain -> !chain.isTranslating() && chain.isAt(hook));
        }

        private List<Chain> translating(String hook) {
            return candidates.stream()
                    .filter(chain -> chain.isTranslating() && chain.isAt(hook) && !chain.isDormant())
                    .toList();
        }

        private List<Chain> before(String hook) {
            return INCOMING.contains(hook)
                    ? Stream.concat(atDevice(), filters("prerouting")).toList()
                    : List.of();
        }

        /** What the device filters that packets come in by; which of them do is known only if the guard names it. */
        private Stream<Chain> atDevice() {
            var ingress = ofHooks.stream()
                    .filter(chain -> chain.isAtDevice() && chain.isAt("ingress"))
                    .toList();
            var device = guard.one(Key.INTERFACE);
            var others = ingress.stream()
                    .filter(chain -> device.filter(chain.devices()::contains).isEmpty());
            others.forEach(chain -> notes.add("chain " + Redaction.value(chain.name())
                    + " filters what enters by "
                    + String.join(
                            ", ", chain.devices().stream().map(Redaction::value).toList())
                    + " only, and does not count"));
            return ingress.stream()
                    .filter(chain -> device.filter(chain.devices()::contains).isPresent());
        }
    }
}
