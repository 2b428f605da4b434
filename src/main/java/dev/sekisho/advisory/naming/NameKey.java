package dev.sekisho.advisory.naming;

import org.jspecify.annotations.Nullable;

/**
 * A key of the index taken apart: what it says of who makes a product and what it is called, both folded.
 *
 * @param kind what stands before the colon
 * @param maker empty where the key does not say
 */
public record NameKey(Kind kind, String maker, String product) {
    private static final String BRACKETED = "()";

    /** What a key of the index may be. */
    public enum Kind {
        /** Maker and product. */
        NAME,
        /** A product of whichever maker. */
        PRODUCT,
        /** A product of which nobody says who makes it. */
        VENDORLESS,
        /** A package. */
        PURL,
        /** A product of ours. */
        KEY
    }

    /** Null for what is no key. */
    public static @Nullable NameKey of(String key) {
        int colon = key.indexOf(':');
        String rest = plain(key.substring(colon + 1));
        return switch (colon < 0 ? "" : key.substring(0, colon)) {
            case "name" -> named(rest);
            case "product" -> new NameKey(Kind.PRODUCT, "", rest);
            case "vendorless" -> new NameKey(Kind.VENDORLESS, "", rest);
            case "purl" -> packaged(rest);
            case "key" -> new NameKey(Kind.KEY, "", rest);
            default -> null;
        };
    }

    private static NameKey named(String pair) {
        int slash = pair.indexOf('/');
        return new NameKey(Kind.NAME, pair.substring(0, Math.max(slash, 0)), pair.substring(slash + 1));
    }

    /** Type, perhaps a namespace, and the name. */
    private static NameKey packaged(String path) {
        int last = path.lastIndexOf('/');
        return new NameKey(Kind.PURL, path.substring(0, Math.max(last, 0)), path.substring(last + 1));
    }

    private static String plain(String text) {
        return text.endsWith(BRACKETED) ? text.substring(0, text.length() - BRACKETED.length()) : text;
    }

    /** Whether somebody can say that a product is called so; what has a maker is suggested with its maker only. */
    public boolean suggests() {
        return kind == Kind.NAME || kind == Kind.VENDORLESS || kind == Kind.PURL;
    }

    /** For people. */
    public String words() {
        return switch (kind) {
            case NAME -> maker + "/" + product;
            case PRODUCT -> product + " of any maker";
            case VENDORLESS -> product + ", where a record names no maker";
            case PURL -> "pkg:" + maker + "/" + product;
            case KEY -> "the key " + product;
        };
    }
}
