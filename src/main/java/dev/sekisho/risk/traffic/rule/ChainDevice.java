package dev.sekisho.risk.traffic.rule;

import java.util.function.UnaryOperator;

/**
 * One of several devices that a packet passes on its way.
 *
 * @param position where it stands on the way; the first has the lowest
 * @param judged what it lets through, told in the addresses that a packet arrives with behind the last device
 * @param written its rules as they stand on it
 */
public record ChainDevice(int position, RuleSet judged, RuleSet written) {

    ChainDevice each(UnaryOperator<RuleSet> change) {
        var judgedNow = change.apply(judged);
        var writtenNow = written == judged ? judgedNow : change.apply(written);
        return judgedNow == judged && writtenNow == written ? this : new ChainDevice(position, judgedNow, writtenNow);
    }
}
