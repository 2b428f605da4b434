package dev.sekisho.ruleset.nfttext;

import java.util.ArrayList;
import java.util.List;

/** Where a translation leads to: "10.0.0.5", "10.0.0.5:22", "[2001:db8::5]:22", ":8080". */
final class Destination {

    private Destination() {}

    static String of(String text) {
        var bracket = text.indexOf(']');
        var colon = bracket >= 0
                ? text.indexOf(':', bracket)
                : text.indexOf(':') == text.lastIndexOf(':') ? text.indexOf(':') : -1;
        var address =
                (colon < 0 ? text : text.substring(0, colon)).replace("[", "").replace("]", "");
        var port = colon < 0 ? "" : text.substring(colon + 1);
        var fields = new ArrayList<String>();
        if (!address.isEmpty()) {
            fields.addAll(List.of("addr", value(address)));
        }
        if (!port.isEmpty()) {
            fields.addAll(List.of("port", value(port)));
        }
        return Json.object(fields.toArray(String[]::new));
    }

    private static String value(String text) {
        return new Values(new Tokens(text)).value();
    }
}
