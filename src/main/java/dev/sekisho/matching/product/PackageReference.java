package dev.sekisho.matching.product;

import com.github.packageurl.PackageURL;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A package URL by which somebody means a package of ours. */
public final class PackageReference {
    private PackageReference() {}

    /**
     * Whether it means the package: the same name and version, and nothing beside them that differs where both say it. Without
     * a version it means every version.
     */
    public static boolean means(String reference, @Nullable String packageUrl) {
        PackageURL said = Packages.parse(reference);
        PackageURL ours = Packages.parse(packageUrl);
        if (said == null || ours == null || !Packages.key(said).equals(Packages.key(ours))) {
            return false;
        }
        String version = Packages.version(said, null);
        return (version == null || version.equals(Packages.version(ours, null))) && agree(said, ours);
    }

    private static boolean agree(PackageURL said, PackageURL ours) {
        Map<String, String> qualifiers = said.getQualifiers() == null ? Map.of() : said.getQualifiers();
        return qualifiers.entrySet().stream()
                .filter(one -> !one.getKey().equals("epoch"))
                .allMatch(one -> {
                    String mine = Packages.qualifier(ours, one.getKey());
                    return mine == null || mine.equals(one.getValue());
                });
    }
}
