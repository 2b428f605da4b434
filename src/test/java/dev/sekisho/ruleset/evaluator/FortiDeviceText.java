package dev.sekisho.ruleset.evaluator;

import dev.sekisho.ruleset.evaluator.FortiDevice.Act;
import dev.sekisho.ruleset.evaluator.FortiDevice.Mode;
import dev.sekisho.ruleset.evaluator.FortiDevice.Policy;
import dev.sekisho.ruleset.evaluator.FortiDevice.Service;
import dev.sekisho.ruleset.evaluator.FortiDevice.Vip;
import java.util.Collection;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Writes a device down as its backup would read. */
final class FortiDeviceText {

    private static final String[] CONDITIONS = {
        "tos 0x10\n  set tos-mask 0xff",
        "reputation-minimum 3",
        "src-vendor-mac 12",
        "network-service-dynamic \"list\"",
        "policy-expiry enable\n  set policy-expiry-date 2020-01-01 00:00:00",
        "groups \"vendors\"",
        "users \"somebody\"",
        "fsso-groups \"CN=X\"",
        "ztna-status enable\n  set ztna-ems-tag \"ok\"",
        "sgt-check enable\n  set sgt 7",
        "vlan-filter \"10-12\"",
        "internet-service-src enable\n  set internet-service-src-name \"X\"",
        "schedule \"office\"",
        "application 15565",
        "frobnicate 7",
        "match-vip-only enable"
    };
    private static final String[] HARMLESS = {
        "logtraffic all",
        "nat enable\n  set ippool enable\n  set poolname \"p\"",
        "utm-status enable\n  set av-profile \"default\"\n  set ips-sensor \"default\"",
        "comments \"set action accept\"",
        "traffic-shaper \"high\"",
        "tos 0x00",
        "reputation-minimum 0",
        "policy-expiry disable",
        "tcp-mss-sender 1350",
        "ssl-ssh-profile \"certificate-inspection\""
    };

    private final FortiDevice device;
    private final Random random;
    private final StringBuilder text = new StringBuilder();

    private FortiDeviceText(FortiDevice device, Random random) {
        this.device = device;
        this.random = random;
    }

    static String of(FortiDevice device, long seed) {
        return new FortiDeviceText(device, new Random(seed)).write();
    }

    private String write() {
        line("#config-version=FGT60E-6.4.5-FW-build1828-210217:opmode=0:vdom=0:user=admin");
        table("system interface", () -> {
            entry("wan1", "vdom \"root\"");
            entry("internal", "vdom \"root\"");
            entry("vpn1", "vdom \"root\"", "type tunnel", "interface \"wan1\"");
        });
        line("config system settings");
        settings();
        line("end");
        addresses();
        vips();
        table("firewall schedule recurring", () -> entry("office", "day monday tuesday", "start 08:00", "end 17:00"));
        policies();
        return text.toString();
    }

    private void settings() {
        if (device.mode() == Mode.SECURITY_POLICIES) {
            line("  set ngfw-mode policy-based");
        }
        if (device.mode() == Mode.CONSOLIDATED) {
            line("  set consolidated-firewall-mode enable");
        }
        if (device.central()) {
            line("  set central-nat enable");
        }
    }

    private void addresses() {
        var all = new TreeSet<String>();
        device.policies().forEach(policy -> {
            all.addAll(policy.sources());
            all.addAll(policy.destinations());
        });
        table(
                "firewall address",
                () -> all.stream()
                        .filter(one -> !one.contains(":"))
                        .forEach(one -> entry("h-" + one, "subnet " + one + " 255.255.255.255")));
        table(
                "firewall address6",
                () -> all.stream()
                        .filter(one -> one.contains(":"))
                        .forEach(one -> entry("h-" + one, "ip6 " + one + "/128")));
        table(
                "firewall service custom",
                () -> device.policies().stream()
                        .flatMap(policy -> policy.service().stream())
                        .distinct()
                        .forEach(service -> entry(
                                name(service),
                                service.protocol() + "-portrange " + service.first() + "-" + service.last())));
    }

    private void vips() {
        table("firewall vip", () -> {
            for (int i = 0; i < device.vips().size(); i++) {
                vip(i, device.vips().get(i));
            }
        });
    }

    private void vip(int index, Vip vip) {
        line(" edit \"v" + index + "\"");
        line("  set extip " + vip.outside());
        line("  set mappedip \"" + vip.inside() + "\"");
        line("  set extintf \"" + vip.at() + "\"");
        if (!vip.filter().isEmpty()) {
            line("  set src-filter \"" + String.join("\" \"", vip.filter()) + "\"");
        }
        if (vip.port() != 0) {
            line("  set portforward enable");
            line("  set extport " + vip.port());
            line("  set mappedport " + vip.insidePort());
        }
        line(" next");
    }

    private void policies() {
        switch (device.mode()) {
            case SEPARATE_TABLES -> {
                table("firewall policy", () -> each(false, policy -> policy(policy, "")));
                table("firewall policy6", () -> each(true, policy -> policy(policy, "")));
            }
            case ONE_TABLE ->
                table("firewall policy", () -> device.policies().forEach(one -> policy(one, one.six() ? "6" : "")));
            case CONSOLIDATED ->
                table(
                        "firewall consolidated policy",
                        () -> device.policies().forEach(one -> policy(one, one.six() ? "6" : "4")));
            case SECURITY_POLICIES -> {
                table(
                        "firewall security-policy",
                        () -> device.policies().forEach(one -> policy(one, one.six() ? "6" : "")));
                table(
                        "firewall policy",
                        () -> entry(
                                "1",
                                "srcintf \"any\"",
                                "dstintf \"any\"",
                                "srcaddr \"all\"",
                                "dstaddr \"all\"",
                                "service \"ALL\""));
            }
        }
    }

    private void each(boolean six, Consumer<Policy> writing) {
        device.policies().stream().filter(one -> one.six() == six).forEach(writing);
    }

    private void policy(Policy policy, String suffix) {
        line(" edit " + policy.id());
        line("  set srcintf \"" + policy.from() + "\"");
        line("  set dstintf \"" + policy.to() + "\"");
        line("  set srcaddr" + suffix + names(policy.sources()));
        line("  set dstaddr" + suffix + destinations(policy));
        line("  set schedule \"always\"");
        line("  set service \"" + policy.service().map(FortiDeviceText::name).orElse("ALL") + "\"");
        if (policy.act() != Act.DENY) {
            line("  set action " + (policy.act() == Act.ACCEPT ? "accept" : "ipsec"));
        }
        if (policy.act() == Act.IPSEC) {
            line("  set vpntunnel \"t\"\n  set outbound enable");
            line("  set inbound " + (policy.inbound() ? "enable" : "disable"));
        }
        line(policy.enabled() ? "" : "  set status disable");
        line(policy.matchVip() ? "  set match-vip enable" : "");
        line("  set " + HARMLESS[random.nextInt(HARMLESS.length)]);
        line(policy.doubtful() ? "  set " + CONDITIONS[random.nextInt(CONDITIONS.length)] : "");
        line(" next");
    }

    private String destinations(Policy policy) {
        return policy.vips().isEmpty()
                ? names(policy.destinations())
                : " \"v"
                        + String.join(
                                "\" \"v",
                                policy.vips().stream().map(String::valueOf).toList()) + "\"";
    }

    private static String names(Collection<String> addresses) {
        return addresses.stream().sorted().map(one -> " \"h-" + one + "\"").reduce("", String::concat);
    }

    private static String name(Service service) {
        return service.protocol() + "-" + service.first() + "-" + service.last();
    }

    private void table(String name, Runnable entries) {
        line("config " + name);
        entries.run();
        line("end");
    }

    private void entry(String name, String... settings) {
        line(" edit \"" + name + "\"");
        for (var setting : settings) {
            line("  set " + setting);
        }
        line(" next");
    }

    private void line(String line) {
        if (!line.isEmpty()) {
            text.append(line).append('\n');
        }
    }
}
