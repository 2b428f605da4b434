package dev.sekisho.ruleset.fortios;

import dev.sekisho.ruleset.fortios.FortiConfiguration.Entry;
import dev.sekisho.ruleset.reading.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a policy states besides interfaces, addresses and services. Whatever is not known to leave the match as it is
 * counts as a condition: FortiOS gains such settings with every version, and a deny under one may not match.
 */
final class FortiConditions {

    /** What other classes read. */
    private static final Set<String> READ = FortiSettings.words("""
            status action learning-mode schedule srcintf dstintf service service-negate internet-service
            internet-service-src internet-service6 internet-service6-src
            srcaddr srcaddr4 srcaddr6 dstaddr dstaddr4 dstaddr6
            srcaddr-negate srcaddr4-negate srcaddr6-negate dstaddr-negate dstaddr4-negate dstaddr6-negate
            match-vip inbound outbound vpntunnel natip natinbound natoutbound
            permit-any-host permit-stun-host cgn-eif cgn-sw-eif-ctrl
            """);

    /** What only names, logs, shapes, inspects, accelerates or rewrites what matched, or says how another setting works. */
    private static final Set<String> HARMLESS = FortiSettings.words("""
            name uuid uuid-idx policyid comment comments label global-label tags color
            logtraffic logtraffic-start logtraffic-app log-http-transaction log-unmatched-traffic capture-packet
            custom-log-fields client-reputation block-notification replacemsg-group replacemsg-override-group
            utm-status utm-inspection-mode inspection-mode profile-type profile-group profile-protocol-options
            ssl-ssh-profile deep-inspection-options av-profile webfilter-profile dnsfilter-profile emailfilter-profile
            spamfilter-profile dlp-profile dlp-sensor file-filter-profile ips-sensor application-list voip-profile
            ips-voip-filter sctp-filter-profile diameter-filter-profile virtual-patch-profile icap-profile cifs-profile
            videofilter-profile waf-profile ssh-filter-profile casb-profile webproxy-profile telemetry-profile
            mms-profile gtp-profile isolator-profile enforce-default-app-port scan-botnet-connections dsri app-monitor
            decrypted-traffic-mirror ssl-mirror ssl-mirror-intf
            auto-asic-offload np-acceleration np-accelation policy-offload delay-tcp-npu-session
            wanopt wanopt-detection wanopt-passive-opt wanopt-profile wanopt-peer webcache webcache-https
            webproxy-forward-server http-policy-redirect ssh-policy-redirect ztna-policy-redirect wccp fec
            traffic-shaper traffic-shaper-reverse per-ip-shaper dynamic-shaping passive-wan-health-measurement
            nat central-nat fixedport port-preserve port-random ippool poolname poolname6 rtp-nat rtp-addr
            pcp-outbound pcp-poolname cgn-eim cgn-session-quota cgn-resource-quota cgn-log-server-grp
            session-ttl tcp-timeout-pid udp-timeout-pid vlan-cos-fwd vlan-cos-rev tcp-mss-sender tcp-mss-receiver
            diffserv-copy diffserv-forward diffserv-reverse diffservcode-forward diffservcode-rev
            send-deny-packet timeout-send-rst firewall-session-dirty schedule-timeout anti-replay
            tcp-session-without-syn captive-portal-exempt radius-mac-auth-bypass radius-ip-auth-bypass
            auth-path auth-cert auth-redirect-addr redirect-url disclaimer email-collect identity-based-route
            wsso ntlm-guest ntlm-enabled-browsers fsso-agent-for-ntlm sslvpn-ccert sslvpn-cipher sslvpn-auth
            geoip-anycast geoip-match reputation-direction reputation-direction6 ztna-tags-match-logic
            policy-expiry-date policy-expiry-date-utc
            """);

    private static final Set<String> WEEK =
            Set.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");

    private final FortiConfiguration configuration;
    private final String domain;

    FortiConditions(FortiConfiguration configuration, String domain) {
        this.configuration = configuration;
        this.domain = domain;
    }

    List<String> of(FortiPolicy policy) {
        var found = new ArrayList<String>();
        policy.entry().values().forEach((key, values) -> {
            if (isCondition(key, values)) {
                found.add("depends on " + Redaction.value(key));
            }
        });
        var schedule = policy.entry().one("schedule", "always");
        if (!isAlways(schedule)) {
            found.add("holds only in schedule '" + Redaction.value(schedule) + "'");
        }
        if (policy.hasUnknownAction()) {
            found.add("what its action does is not known");
        }
        return found;
    }

    private static boolean isCondition(String key, List<String> values) {
        return !READ.contains(key) && !HARMLESS.contains(key) && FortiSettings.isUsed(values);
    }

    /** Even the schedule every device is delivered with can be changed. */
    private boolean isAlways(String name) {
        var schedule =
                configuration.table(domain, "firewall schedule recurring").get(name);
        return schedule == null || schedule.all("day").isEmpty()
                ? name.equals("always")
                : schedule.all("day").containsAll(WEEK) && isWholeDay(schedule);
    }

    private static boolean isWholeDay(Entry schedule) {
        return schedule.one("start", "00:00").equals(schedule.one("end", "00:00"));
    }
}
