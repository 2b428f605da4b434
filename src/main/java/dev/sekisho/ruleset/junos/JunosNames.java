package dev.sekisho.ruleset.junos;

import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.regex.Pattern;

/** Numbers and the names that stand for them; what is neither throws IllegalArgumentException. */
final class JunosNames {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Properties NAMES = load("names.properties");

    private JunosNames() {}

    static Properties load(String resource) {
        try (var stream = JunosNames.class.getResourceAsStream(resource)) {
            var properties = new Properties();
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing beside " + JunosNames.class.getName());
            }
            properties.load(stream);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProtocolSet protocol(String text) {
        return ProtocolSet.of(number("protocol", text, ProtocolSet.LAST));
    }

    /** "80", "http", "8000-8010"; no port at all where a range ends before it begins. */
    static PortSet ports(String text) {
        var dash = text.indexOf('-');
        if (dash < 0 || NAMES.containsKey("port." + text)) {
            return PortSet.of(number("port", text, PortSet.LAST));
        }
        return ports(text.substring(0, dash), text.substring(dash + 1));
    }

    static PortSet ports(String from, String to) {
        var first = number("port", from.strip(), PortSet.LAST);
        var last = number("port", to.strip(), PortSet.LAST);
        return first > last ? PortSet.NONE : PortSet.range(first, last);
    }

    /** "8", "echo-request", "0-8". */
    static IcmpTypeSet types(String text, boolean six) {
        var kind = six ? "icmp6" : "icmp";
        var dash = text.indexOf('-');
        if (dash < 0 || NAMES.containsKey(kind + "." + text)) {
            return IcmpTypeSet.of(number(kind, text, IcmpTypeSet.LAST));
        }
        var first = number(kind, text.substring(0, dash), IcmpTypeSet.LAST);
        var last = number(kind, text.substring(dash + 1), IcmpTypeSet.LAST);
        return first > last ? IcmpTypeSet.NONE : IcmpTypeSet.of(first + "-" + last);
    }

    private static int number(String kind, String text, int largest) {
        var named = NAMES.getProperty(kind + "." + text);
        if (named == null && !NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("a number or a name that is known is expected");
        }
        var number = Integer.parseInt(named == null ? text : named);
        if (number > largest) {
            throw new IllegalArgumentException("a number is too large");
        }
        return number;
    }
}
