package dev.sekisho.ruleset.junos;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.reading.AddressCell;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.DeclaredFamily;
import dev.sekisho.ruleset.reading.Redaction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a packet filter says of addresses: of all that hold a packet's the longest decides, and may be an exception. */
final class JunosPrefixes {

    private record Prefix(AddressSet set, boolean excepted) {
        BigInteger size() {
            return set.size4().add(set.size6());
        }
    }

    private final JunosNode lists;
    private final DeclaredFamily family;

    JunosPrefixes(JunosSystem system, DeclaredFamily family) {
        this.lists = system.root().at("policy-options", "prefix-list");
        this.family = family;
    }

    /** All addresses of the family where neither kind is named. */
    AddressCell side(JunosNode from, String address, String list) {
        var literal = from.has(address);
        var named = from.has(list);
        if (!literal && !named) {
            return AddressCell.exactly(family.addresses());
        }
        if (!literal || !named) {
            return literal ? literal(from.at(address)) : named(from.at(list));
        }
        var one = literal(from.at(address));
        var other = named(from.at(list));
        return new AddressCell(
                one.certain().intersect(other.certain()),
                one.widest().union(other.widest()),
                List.of("names addresses and lists of them"));
    }

    private AddressCell literal(JunosNode addresses) {
        var prefixes = new ArrayList<Prefix>();
        for (var address : addresses.children()) {
            try {
                prefixes.add(new Prefix(AddressReader.cidr(address.name()), address.has(JunosSchema.EXCEPT)));
            } catch (IllegalArgumentException e) {
                return unknown("an address cannot be read");
            }
        }
        return decided(prefixes);
    }

    private AddressCell named(JunosNode names) {
        var prefixes = new ArrayList<Prefix>();
        for (var name : names.children()) {
            var list = lists.at(name.name());
            if (list.isEmpty() || list.has("apply-path")) {
                return unknown("the addresses of '" + Redaction.value(name.name()) + "' do not stand here");
            }
            for (var prefix : list.names()) {
                try {
                    prefixes.add(new Prefix(AddressReader.cidr(prefix), name.has(JunosSchema.EXCEPT)));
                } catch (IllegalArgumentException e) {
                    return unknown("the addresses of '" + Redaction.value(name.name()) + "' cannot be read");
                }
            }
        }
        return decided(prefixes);
    }

    private AddressCell decided(List<Prefix> prefixes) {
        if (prefixes.stream().allMatch(Prefix::excepted)) {
            return unknown("names only exceptions");
        }
        var set = AddressSet.NONE;
        prefixes.sort(Comparator.comparing(Prefix::size).reversed());
        for (var prefix : prefixes) {
            set = prefix.excepted ? set.minus(prefix.set) : set.union(prefix.set);
        }
        return AddressCell.exactly(set.intersect(family.addresses()));
    }

    private AddressCell unknown(String doubt) {
        return new AddressCell(AddressSet.NONE, family.addresses(), List.of(doubt));
    }
}
