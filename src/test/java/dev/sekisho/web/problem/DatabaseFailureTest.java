package dev.sekisho.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "08001", "08006", "53300", "57P01", "57P03", "57014", "25P03", "58030", "90020", "90067", "90098",
                "90121", "90028"
            })
    void knowsAnOutageByItsState(String state) {
        assertThat(DatabaseFailure.isOutage(new IllegalStateException(new SQLException("gone", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "22001", "42601"})
    void takesNoOtherStateForAnOutage(String state) {
        assertThat(DatabaseFailure.isOutage(new SQLException("refused", state))).isFalse();
        assertThat(DatabaseFailure.isOutage(new SQLException("refused"))).isFalse();
        assertThat(DatabaseFailure.isOutage(new IllegalStateException("ours"))).isFalse();
    }

    @Test
    void findsWhatACommitFailedOfBesideItsCause() {
        var resource = new XAException(XAException.XAER_RMFAIL);
        resource.initCause(new SQLException("An I/O error occurred while sending to the backend.", "08006"));
        var commit = new IllegalStateException("could not commit");
        commit.addSuppressed(resource);

        assertThat(DatabaseFailure.isOutage(new RuntimeException(commit))).isTrue();
        assertThat(DatabaseFailure.isCollision(new RuntimeException(commit))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "57P01", "90098", "90028"})
    void knowsWhenTheDatabaseDidNotSayWhatItDid(String state) {
        assertThat(DatabaseFailure.isSilence(new RuntimeException(new SQLException("gone", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "53300", "25P03", "40001", "23505"})
    void takesARefusalForNoSilence(String state) {
        assertThat(DatabaseFailure.isSilence(new RuntimeException(new SQLException("refused", state))))
                .isFalse();
    }

    @Test
    void knowsThatThereIsNoRoomLeft() {
        assertThat(DatabaseFailure.isFull(new IllegalStateException(new SQLException("could not extend", "53100"))))
                .isTrue();
        assertThat(DatabaseFailure.isFull(new UncheckedIOException(new IOException("No space left on device"))))
                .isTrue();
        assertThat(DatabaseFailure.isFull(new UncheckedIOException(new IOException("Broken pipe"))))
                .isFalse();
        assertThat(DatabaseFailure.isFull(new SQLException("gone", "08006"))).isFalse();
    }

    @Test
    void tellsCollisionsAndViolations() {
        assertThat(DatabaseFailure.isCollision(new SQLException("again", "40P01")))
                .isTrue();
        assertThat(DatabaseFailure.isViolation(new BatchUpdateException("twice", "23505", new int[0])))
                .isTrue();
        assertThat(DatabaseFailure.isViolation(new SQLException("nothing said")))
                .isFalse();
    }

    @Test
    void saysInALineWhatItCameDownTo() {
        var failure = new IllegalStateException("outer", new SQLException("An I/O error", "08006"));

        assertThat(DatabaseFailure.reason(failure)).isEqualTo("SQLException: An I/O error");
    }

    @Test
    void findsAnEndInACircleOfCauses() {
        var one = new IllegalStateException("one");
        var other = new IllegalStateException("other", one);
        one.initCause(other);

        assertThat(DatabaseFailure.isOutage(one)).isFalse();
    }
}
