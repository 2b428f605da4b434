package dev.sekisho.feed.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.feed.vex.OpenVexReader;
import dev.sekisho.matching.product.Installed;
import dev.sekisho.matching.product.MatchAnswer;
import dev.sekisho.matching.product.ProductMatcher;
import dev.sekisho.matching.product.ProductNames;
import dev.sekisho.matching.product.VersionJudge;
import dev.sekisho.matching.published.AdvisoryRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of an OpenVEX document may stand in an object of its own, beside the statements. */
class WrappedVexTest {
    @Test
    void readsAuthorDateAndStatements() throws IOException {
        List<AdvisoryRecord> found = new ArrayList<>();
        try (InputStream in = Records.open("advisory-cases/openvex-metadata-wrapper.json")) {
            new OpenVexReader().read(in, found::add);
        }
        AdvisoryRecord record = found.get(0);

        assertThat(record.id()).isEqualTo("CVE-2026-50012");
        assertThat(record.issued().modified()).hasToString("2026-02-06T16:37:20.173026Z");
        assertThat(record.affected().get(0).sourceName()).contains("Canonx");
        assertThat(new VersionJudge(new ProductMatcher(ProductNames.withoutAliases()))
                        .judge(Installed.ofPurl("pkg:deb/ubuntu/curlx@7.35.0-1ubuntu2.20?distro=ubuntu-14.04"), record)
                        .answer())
                .isEqualTo(MatchAnswer.NOT_AFFECTED);
    }
}
