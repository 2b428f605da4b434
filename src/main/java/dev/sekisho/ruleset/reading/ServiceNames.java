package dev.sekisho.ruleset.reading;

import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Pattern;

/** The names devices print instead of protocol, port and ICMP type numbers. */
public final class ServiceNames {

    /** A message type, and whether only some of its codes are meant, which the neutral form cannot say. */
    public record IcmpType(int type, boolean oneCode) {}

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Properties NUMBERS = load();

    private ServiceNames() {}

    /** A port of TCP, of UDP, or one that both call by the same name; TCP wins where they differ. */
    public static OptionalInt port(ProtocolSet protocols, String text) {
        var first = protocols.equals(ProtocolSet.UDP) ? "udp" : "tcp";
        var found = number(first, text, 65535);
        return found.isPresent() ? found : number(first.equals("tcp") ? "udp" : "tcp", text, 65535);
    }

    public static OptionalInt protocol(String text) {
        return number("protocol", text, 255);
    }

    public static Optional<IcmpType> icmp(String text, boolean six) {
        if (NUMBER.matcher(text).matches()) {
            return Integer.parseInt(text) > 255
                    ? Optional.empty()
                    : Optional.of(new IcmpType(Integer.parseInt(text), false));
        }
        return Optional.ofNullable(NUMBERS.getProperty((six ? "icmp6." : "icmp.") + text.toLowerCase(Locale.ROOT)))
                .map(found -> new IcmpType(Integer.parseInt(found.replace("!", "")), found.endsWith("!")));
    }

    private static OptionalInt number(String kind, String text, int largest) {
        if (NUMBER.matcher(text).matches()) {
            var number = Integer.parseInt(text);
            return number <= largest ? OptionalInt.of(number) : OptionalInt.empty();
        }
        var named = NUMBERS.getProperty(kind + "." + text.toLowerCase(Locale.ROOT));
        return named == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(named));
    }

    private static Properties load() {
        try (var stream = ServiceNames.class.getResourceAsStream("names.properties")) {
            var names = new Properties();
            if (stream == null) {
                throw new IllegalStateException("names.properties is missing beside " + ServiceNames.class.getName());
            }
            names.load(stream);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
