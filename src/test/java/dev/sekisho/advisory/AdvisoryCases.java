package dev.sekisho.advisory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Advisories by which affected versions were once called clean, from the feed to the answer. */
abstract class AdvisoryCases {
    @ConfigProperty(name = "sekisho.admin-key")
    String adminKey;

    private RequestSpecification caller() {
        return given().auth().oauth2(adminKey);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cve  | changes-beyond-lessthan      | panco / panprod / 11.1.3                                            | AFFECTED",
                "cve  | changes-beyond-lessthan      | panco / panprod / 11.1.3-h13                                        | NOT_AFFECTED",
                "cve  | changes-beyond-lessthan      | panco / panprod / 11.1.6                                            | NOT_AFFECTED",
                "nvd  | edition-only-fix-clears      | edco / edprod / 12.1-65.35                                          | UNKNOWN",
                "cve  | semver-year-numbering        | movco / movprod / 15.0.3                                            | UNKNOWN",
                "cve  | semver-build-metadata-fix    | graco / grafx / 11.3.0                                              | AFFECTED",
                "cve  | semver-build-metadata-fix    | graco / grafx / 11.3.0+security-01                                  | NOT_AFFECTED",
                "osv  | cargo-prerelease-p1          | pkg:cargo/cratex@1.0.0-p1                                           | AFFECTED",
                "osv  | osv-ecosystem-rocky-linux    | pkg:rpm/rocky/rockx@1.0-1.el9?distro=rocky-9.3                      | AFFECTED",
                "osv  | osv-ecosystem-cran           | pkg:cran/cranx@1.0                                                  | AFFECTED",
                "osv  | go-pseudo                    | pkg:golang/golang.org/x/cryptox@v0.53.0                             | NOT_AFFECTED",
                "osv  | deb-upstream                 | pkg:deb/debian/libsslx3@3.0.11-1?distro=debian-12&upstream=opensslx | AFFECTED",
                "osv  | pypi-name                    | pkg:pypi/Flask_Corsx@4.0.0                                          | AFFECTED",
                "osv  | osv-versions-only            | pkg:maven/foo/barx@2.0                                              | AFFECTED",
                "nvd  | nvd-na-version               | apachx / http_serverx / 2.4.58                                      | UNKNOWN",
                "nvd  | nvd-and-windows              | phpco / phpx / 8.2.18                                               | UNKNOWN",
                "cve  | cve-year-custom              | movco / movtwo / 15.0.3                                             | UNKNOWN",
                "csaf | csaf-purl-epoch              | pkg:rpm/redhat/osslx@3.0.7-20.el9?epoch=1&distro=rhel-9.4           | UNKNOWN",
                "csaf | csaf-platform-two-releases   | pkg:rpm/redhat/kernx@5.14.0-70.100.1.el9_0?distro=rhel-9.0          | UNKNOWN",
                "csaf | csaf-publisher-as-vendor     | Fortx / fortxos / 7.0.5                                             | AFFECTED",
                "csaf | csaf-suse-form               | pkg:rpm/suse/chromx@50.0-1.1                                        | UNKNOWN",
                "csaf | csaf-branches-less-than-two  | Ibx / cogx / 11.2.5                                                 | UNKNOWN",
                "csaf | csaf-unversioned-component   | pkg:rpm/redhat/edkx@1-1.el9?distro=rhel-9.4                         | AFFECTED",
                "csaf | csaf-unversioned-component   | pkg:rpm/redhat/kernz@1-1.el9?distro=rhel-9.4                        | NOT_AFFECTED",
                "csaf | csaf-last-affected           | Oxco / oxprod / 7.10.6-rev48                                        | AFFECTED",
            })
    void answersAsTheSourceMeansIt(String feed, String file, String item, String expected) throws IOException {
        load(feed, file);

        List<String> answers = caller().contentType("application/json")
                .body("{\"items\":[" + asked(item) + "]}")
                .post("/api/v1/software/analyze")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].verdicts.answer");

        assertThat(answers).isNotEmpty().isSubsetOf(Set.of(expected.split(" ")));
    }

    private void load(String feed, String file) throws IOException {
        try (InputStream in = AdvisoryCases.class.getResourceAsStream("/advisory-cases/" + file + ".json")) {
            caller().config(RestAssuredConfig.config()
                            .encoderConfig(EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                    .contentType("application/octet-stream")
                    .body(in.readAllBytes())
                    .put("/api/v1/feeds/" + feed)
                    .then()
                    .statusCode(lessThan(300));
        }
    }

    private static String asked(String item) {
        if (item.startsWith("pkg:")) {
            return "{\"purl\":\"" + item + "\"}";
        }
        String[] parts = item.split(" / ");
        return "{\"vendor\":\"" + parts[0] + "\",\"product\":\"" + parts[1] + "\",\"version\":\"" + parts[2] + "\"}";
    }
}
