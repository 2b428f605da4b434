package dev.sekisho.matching.published;

import org.jspecify.annotations.Nullable;
import us.springett.cvss.Cvss;

/**
 * A CVSS base score and who gave it.
 *
 * @param version 4.0, 3.1, 3.0 or 2.0
 * @param base 0 to 10
 */
public record CvssScore(
        String version, double base, @Nullable String vector, String source) {

    public CvssScore {
        if (!(base >= 0 && base <= 10)) {
            throw new IllegalArgumentException("a CVSS base score lies between 0 and 10, not " + base);
        }
    }

    /** From a vector alone, as OSV gives it; null when the vector is not one. */
    public static @Nullable CvssScore ofVector(String version, String vector, String source) {
        try {
            Cvss cvss = Cvss.fromVector(vector);
            return cvss == null
                    ? null
                    : new CvssScore(version, cvss.calculateScore().getBaseScore(), vector, source);
        } catch (RuntimeException e) {
            // The calculator signals a malformed vector with various unchecked exceptions; the score is then unknown.
            return null;
        }
    }
}
