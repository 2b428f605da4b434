package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.UnmetFlow;
import java.util.List;

/**
 * Where what is permitted and what was approved differ.
 *
 * @param unapproved permitted traffic that no approved flow covers, one witness per deciding rule; ICMP needs no approval
 * @param unmet approved flows that are not fully permitted
 */
public record ApprovalGap(List<Decision> unapproved, List<UnmetFlow> unmet) {

    public ApprovalGap {
        unapproved = List.copyOf(unapproved);
        unmet = List.copyOf(unmet);
    }
}
