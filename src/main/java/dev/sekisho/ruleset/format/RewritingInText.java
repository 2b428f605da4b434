package dev.sekisho.ruleset.format;

import dev.sekisho.risk.traffic.rule.Rewriting;
import java.util.regex.Pattern;

/**
 * Whether a configuration tells that its device rewrites addresses beside the translations of destinations that are read
 * from it. A text that does not show translations, and one of a cloud, which translates public addresses by itself, leaves
 * it unknown.
 */
final class RewritingInText {
    private static final int FLAGS = Pattern.MULTILINE | Pattern.CASE_INSENSITIVE;
    private static final Pattern IPTABLES =
            pattern("\\s-{1,2}(j|g|jump|goto)[ =]+\"?(SNAT|MASQUERADE|NETMAP|SAME|SNPT|DNPT|RAWSNAT)\\b");
    private static final Pattern NAT_TABLE = pattern("^\\s*\\*nat\\s*$");
    private static final Pattern FILTER_TABLE = pattern("^\\s*\\*filter\\s*$");
    private static final Pattern NFTABLES = pattern("\\b(snat|masquerade|netmap|mangle)\\b|\\bsaddr\\s+set\\b");
    private static final Pattern NAT_CHAIN = pattern("\\btype\"?:?\\s*\"?nat\\b");
    private static final Pattern ASA = pattern("^\\s*(nat|global|static)\\s*\\(");
    private static final Pattern ASA_WHOLE = pattern("^\\s*:?\\s*(ASA|PIX) Version\\b");
    private static final Pattern IOS = pattern("^\\s*(ip|ipv6) nat\\b|^\\s*nat64\\b");
    private static final Pattern IOS_WHOLE = pattern("^\\s*version\\s+\\d");
    private static final Pattern FORTIOS = pattern(
            "^\\s*set (nat|ippool|nat46|nat64|nat-source-vip) \"?enable\\b|^\\s*config firewall central-snat-map\\b");
    private static final Pattern FORTIOS_WHOLE = pattern("^#config-version=|^\\s*config system global\\b");
    private static final Pattern PANOS = pattern("\\b(source-translation|nat-type)\\b");
    /** Rules of translation may stand where a firewall is managed from, and then not in its own file. */
    private static final Pattern PANOS_NAT = pattern("<nat>|\\bnat rules\\b|^\\s*nat \\{");

    private static final Pattern JUNOS = pattern("\\b(source-nat|static-nat|translation-type)\\b");
    /** A configuration that is shown whole says its version first; one of which a part is shown may show translations. */
    private static final Pattern JUNOS_WHOLE = pattern("^\\s*(set )?version\\s+\\S|^\\s*(set security )?nat\\b");

    private static final Pattern CHECKPOINT =
            pattern("\"method\"\\s*:\\s*\"(hide|static)\"|\"auto-rule\"\\s*:\\s*true\\b");
    private static final Pattern CHECKPOINT_NAT = pattern("\"type\"\\s*:\\s*\"nat-(rule|section)\"");

    private RewritingInText() {}

    static Rewriting of(Format format, String text) {
        return switch (format) {
            case RULES_JSON -> Rewriting.NONE;
            case IPTABLES_SAVE -> told(text, IPTABLES, showsNatOfEach(text));
            case NFTABLES_JSON -> told(text, NFTABLES, NAT_CHAIN.matcher(text).find());
            case CISCO_ASA -> told(text, ASA, ASA_WHOLE.matcher(text).find());
            case CISCO_IOS -> told(text, IOS, IOS_WHOLE.matcher(text).find());
            case FORTIOS -> told(text, FORTIOS, FORTIOS_WHOLE.matcher(text).find());
            case PANOS -> told(text, PANOS, PANOS_NAT.matcher(text).find());
            case JUNOS -> told(text, JUNOS, JUNOS_WHOLE.matcher(text).find());
            case CHECKPOINT ->
                told(text, CHECKPOINT, CHECKPOINT_NAT.matcher(text).find());
            case AWS_VPC, AZURE_NSG -> Rewriting.UNKNOWN;
        };
    }

    private static Rewriting told(String text, Pattern sources, boolean showsTranslations) {
        if (!showsTranslations) {
            return Rewriting.UNKNOWN;
        }
        return sources.matcher(text).find() ? Rewriting.SOURCES : Rewriting.NONE;
    }

    /** One table of one family says nothing of the other family. */
    private static boolean showsNatOfEach(String text) {
        long filters = FILTER_TABLE.matcher(text).results().count();
        long translations = NAT_TABLE.matcher(text).results().count();
        return translations > 0 && translations >= filters;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, FLAGS);
    }
}
