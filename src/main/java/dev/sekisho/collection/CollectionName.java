package dev.sekisho.collection;

import dev.sekisho.risk.estate.Subject;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The collections and what they are called: in addresses and imports, in sentences, and as subjects of findings and
 * scores. They stand in the order of their paths, because messages and summaries list them so.
 */
public enum CollectionName {
    ADVISORIES("advisories", "advisory"),
    ANALYST_VERDICTS("analyst-verdicts", "analyst verdict"),
    ASSETS("assets", "asset", Subject.Kind.ASSET),
    CONNECTION_POINTS("connection-points", "connection point", Subject.Kind.CONNECTION_POINT),
    DATA_HOLDINGS("data-holdings", "data holding", Subject.Kind.DATA_HOLDING),

    /** Not registered: each is made by sending its configuration. Their changes are counted. */
    DEVICES("devices", "device"),

    /** Not registered: each is built in. Their changes are counted, because answers say what they rest on. */
    FEEDS("feeds", "feed"),

    /** Not registered: the assessment finds them. Their changes are counted, because people accept them. */
    FINDINGS("findings", "finding"),

    /** Not registered: a large import becomes one. Their changes are counted. */
    IMPORTS("imports", "import"),

    INSPECTION_CAMPAIGNS("inspection-campaigns", "inspection campaign"),
    INSPECTIONS("inspections", "inspection"),
    INSTALLATIONS("installations", "installation", Subject.Kind.INSTALLATION),

    /** Not registered: a feed brings them. They are told as changed, because the age of software depends on them. */
    LIFE_CYCLES("life-cycles", "life cycle"),

    ORGANIZATIONS("organizations", "organization", Subject.Kind.ORGANIZATION),
    SOFTWARE_PRODUCTS("software-products", "software product", Subject.Kind.SOFTWARE_PRODUCT),
    THIRD_PARTIES("third-parties", "third party", Subject.Kind.THIRD_PARTY),
    ZONE_LINKS("zone-links", "zone link", Subject.Kind.ZONE_LINK),
    ZONES("zones", "zone", Subject.Kind.ZONE);

    private final String path;
    private final String singular;
    private final Subject.@Nullable Kind kind;

    CollectionName(String path, String singular) {
        this(path, singular, null);
    }

    CollectionName(String path, String singular, Subject.@Nullable Kind kind) {
        this.path = path;
        this.singular = singular;
        this.kind = kind;
    }

    /** As in addresses and imports: third-parties. */
    public String path() {
        return path;
    }

    /** One of them in words: third party. */
    public String singular() {
        return singular;
    }

    /** All of them in words: third parties. */
    public String plural() {
        return path.replace('-', ' ');
    }

    /** The collection with this path. */
    public static Optional<CollectionName> ofPath(String path) {
        return Arrays.stream(values()).filter(one -> one.path.equals(path)).findFirst();
    }

    /** The collection whose objects are subjects of this kind; the portfolio is in none. */
    public static Optional<CollectionName> of(Subject.Kind kind) {
        return Arrays.stream(values()).filter(one -> one.kind == kind).findFirst();
    }
}
