package dev.sekisho.ruleset.format;

import dev.sekisho.risk.traffic.rule.Rewriting;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.aws.AwsVpcReader;
import dev.sekisho.ruleset.azure.AzureNsgReader;
import dev.sekisho.ruleset.checkpoint.CheckPointReader;
import dev.sekisho.ruleset.cisco.CiscoAsaReader;
import dev.sekisho.ruleset.cisco.CiscoIosReader;
import dev.sekisho.ruleset.fortios.FortiOsReader;
import dev.sekisho.ruleset.junos.JunosReader;
import dev.sekisho.ruleset.netfilter.IptablesSaveReader;
import dev.sekisho.ruleset.netfilter.NftablesReader;
import dev.sekisho.ruleset.panos.PanosReader;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.ParsedConfiguration;
import dev.sekisho.ruleset.reading.RuleSetReader;
import dev.sekisho.ruleset.reading.Sections;
import dev.sekisho.ruleset.reading.Text;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The configurations that can be read; each reader's documentation says what its guard may name. */
@Schema(name = "RuleSetFormat", description = "The formats of configurations that are read.")
public enum Format {
    RULES_JSON(new RulesJsonReader()),
    IPTABLES_SAVE(new IptablesSaveReader(), Key.CHAIN, Key.TABLE, Key.FAMILY, Key.INTERFACE, Key.OUT_INTERFACE),
    NFTABLES_JSON(new NftablesReader(), Key.CHAIN, Key.TABLE, Key.INTERFACE, Key.OUT_INTERFACE),
    CISCO_ASA(new CiscoAsaReader(), Key.ACL, Key.INTERFACE, Key.OUT_INTERFACE, Key.DIRECTION),
    CISCO_IOS(new CiscoIosReader(), Key.ACL, Key.INTERFACE, Key.DIRECTION),
    FORTIOS(new FortiOsReader(), Key.INTERFACE, Key.OUT_INTERFACE, Key.VDOM),
    PANOS(
            new PanosReader(),
            Key.FROM_ZONE,
            Key.TO_ZONE,
            Key.INTERFACE,
            Key.OUT_INTERFACE,
            Key.VSYS,
            Key.DEVICE_GROUP,
            Key.OTHER_RULES),
    JUNOS(new JunosReader(), Key.FROM_ZONE, Key.TO_ZONE, Key.INTERFACE, Key.OUT_INTERFACE, Key.VSYS, Key.ACL),
    CHECKPOINT(new CheckPointReader(), Key.ACL, Key.DEVICE_GROUP, Key.GATEWAY, Key.FROM_ZONE, Key.TO_ZONE),
    AWS_VPC(new AwsVpcReader(), Key.SECURITY_GROUP, Key.NETWORK_ACL, Key.SUBNET, Key.INSTANCE, Key.VPC, Key.DIRECTION),
    AZURE_NSG(new AzureNsgReader(), Key.NSG, Key.DIRECTION);

    private final RuleSetReader reader;
    private final Set<Key> keys;

    Format(RuleSetReader reader, Key... keys) {
        this.reader = reader;
        this.keys = Set.of(keys);
    }

    /** What a guard of this format may name. */
    public Set<Key> keys() {
        return keys;
    }

    /**
     * What a device of which this is told does to the addresses of packets, as far as the configuration shows it, or as far
     * as rows tell that were stored before it was looked at.
     */
    public Rewriting rewriting(byte @Nullable [] configuration) {
        if (configuration == null) {
            return this == RULES_JSON ? Rewriting.NONE : Rewriting.UNKNOWN;
        }
        return RewritingInText.of(this, new String(configuration, StandardCharsets.UTF_8));
    }

    /** Reads at most {@link ConfigurationLimits#BYTES} bytes of UTF-8; does not close the stream. */
    public RuleSet read(InputStream configuration, GuardSelector guard) throws IOException {
        return parse(configuration.readNBytes(ConfigurationLimits.BYTES + 1)).read(guard);
    }

    /**
     * Reads of a configuration what is the same for every link.
     *
     * @param configuration UTF-8, or Latin-1 where it is not
     * @throws UnreadableConfiguration if it is not of this format, truncated or beyond {@link ConfigurationLimits}
     */
    public ParsedConfiguration parse(byte[] configuration) {
        if (configuration.length > ConfigurationLimits.BYTES) {
            throw tooLarge();
        }
        return parse(decoded(configuration));
    }

    /**
     * Reads a configuration.
     *
     * @throws UnreadableConfiguration if it is not of this format, truncated or beyond {@link ConfigurationLimits}
     * @throws UnsuitableGuard if the guard names what the format or the configuration does not know
     */
    public RuleSet read(String configuration, GuardSelector guard) {
        if (configuration.length() <= ConfigurationLimits.CHARACTERS) {
            refuseUnknown(guard);
        }
        return parse(configuration).read(guard);
    }

    private ParsedConfiguration parse(String configuration) {
        if (configuration.length() > ConfigurationLimits.CHARACTERS) {
            throw tooLarge();
        }
        var parsed = reader.parse(Text.checked(Text.unpaged(withoutMark(configuration))));
        return new OfFormat(this, parsed);
    }

    /** Refuses guards that name what the format does not know. */
    private record OfFormat(Format format, ParsedConfiguration parsed) implements ParsedConfiguration {

        @Override
        public RuleSet read(GuardSelector guard) {
            format.refuseUnknown(guard);
            return parsed.read(guard);
        }

        @Override
        public boolean mentions(String interfaceName) {
            return parsed.mentions(interfaceName);
        }

        @Override
        public Sections sections() {
            return parsed.sections();
        }
    }

    private void refuseUnknown(GuardSelector guard) {
        guard.names().keySet().stream()
                .filter(key -> !keys.contains(key))
                .findFirst()
                .ifPresent(this::refuse);
    }

    private void refuse(Key key) {
        throw new UnsuitableGuard(key.parameter(), name() + " knows no " + key.parameter());
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            // older devices write Latin-1 into descriptions; every byte is a character there
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static UnreadableConfiguration tooLarge() {
        return new UnreadableConfiguration(
                1, 1, "the configuration is larger than " + ConfigurationLimits.BYTES + " bytes");
    }
}
