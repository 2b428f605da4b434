package dev.sekisho.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Ends;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.Login;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharedLoginsTest {
    private final ConnectionPoint yamato = point("yamato", "dmz", "K", "okta");

    @Test
    void findsAGroupOfTwoHostsOneOfWhichStandsWhereOneLands() {
        var here = host("a", "dmz", "H");
        var elsewhere = host("b", "office", "H");
        var point = point("yamato", "dmz", null, null);

        assertThat(SharedLogins.of(List.of(here, elsewhere), List.of(point)).on(point, List.of(here)))
                .singleElement()
                .satisfies(login -> {
                    assertThat(login.key()).isEqualTo("credential group H");
                    assertThat(login.opens()).containsExactly("host a", "host b");
                });
        assertThat(SharedLogins.of(List.of(here), List.of(point)).on(point, List.of(here)))
                .isEmpty();
        assertThat(SharedLogins.of(List.of(elsewhere, host("c", "office", "H")), List.of(point))
                        .on(point, List.of(here.worth(null))))
                .extracting(SharedLogins.Login::name)
                .containsExactly("H");
    }

    @Test
    void countsAccountsAsADoorOnceForEachThirdPartyAndZone() {
        var secondLine = point("yamato", "dmz", "K", null);
        var otherZone = point("yamato", "office", "K", null);
        var otherParty = point("msp", "dmz", "K", null);

        assertThat(names(yamato, secondLine)).isEmpty();
        assertThat(names(yamato, otherZone)).containsExactly("K");
        assertThat(names(yamato, otherParty)).containsExactly("K");
        assertThat(names(yamato, otherZone.with(LinkState.CUT_VERIFIED))).isEmpty();
    }

    @Test
    void countsAHostWhosePasswordAccountsShare() {
        assertThat(SharedLogins.of(List.of(host("a", "office", "K")), List.of(yamato))
                        .on(yamato, List.of()))
                .singleElement()
                .satisfies(
                        login -> assertThat(login.opens()).containsExactly("host a", "third party yamato in zone dmz"));
    }

    @Test
    void findsAnIdentityProviderThatTwoThirdPartiesTrust() {
        assertThat(SharedLogins.of(List.of(), List.of(yamato, point("msp", "office", null, "okta")))
                        .on(yamato, List.of()))
                .singleElement()
                .satisfies(login -> {
                    assertThat(login.key()).isEqualTo("identity provider okta");
                    assertThat(login.opens()).containsExactly("third party msp", "third party yamato");
                });
        assertThat(SharedLogins.of(List.of(), List.of(yamato, point("yamato", "office", null, "okta")))
                        .on(yamato, List.of()))
                .isEmpty();
    }

    private static List<String> names(ConnectionPoint at, ConnectionPoint other) {
        return SharedLogins.of(List.of(), List.of(at, other)).on(at, List.of()).stream()
                .map(SharedLogins.Login::name)
                .toList();
    }

    private static Asset host(String key, String zone, @Nullable String group) {
        return new Asset(key, key, zone, AddressSet.NONE, 50, null, Monitoring.UNKNOWN, group);
    }

    private static ConnectionPoint point(
            String thirdParty, String zone, @Nullable String group, @Nullable String provider) {
        return ((ConnectionPoint) LinkScene.wellRun().judged().link())
                .with(new Ends(thirdParty, AddressSet.NONE, zone, null))
                .with(new Login(group, provider));
    }
}
