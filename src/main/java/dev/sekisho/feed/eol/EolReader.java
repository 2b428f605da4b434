package dev.sekisho.feed.eol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sekisho.feed.reading.FeedLimits;
import dev.sekisho.feed.reading.FeedReport;
import dev.sekisho.feed.reading.KnownFields;
import dev.sekisho.feed.reading.LimitedInput;
import dev.sekisho.feed.reading.ReadCounts;
import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.feed.reading.WholeFiles;
import dev.sekisho.matching.published.EolProduct;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads products of endoflife.date as its repository publishes them: YAML between two lines of three dashes, one file or a
 * zip or tar of files.
 */
public final class EolReader {
    static final String FEED = "eol";
    private static final int ALIASES = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FeedLimits limits;
    private final KnownFields known = KnownFields.of(FEED);
    private final WholeFiles files;

    public EolReader() {
        this(FeedLimits.USUAL);
    }

    public EolReader(FeedLimits limits) {
        this.limits = limits;
        this.files = new WholeFiles(
                FEED, limits, new WholeFiles.Kind("product file", EolReader::isProduct, "not a product file"));
    }

    /** Hands on each product as soon as it is read; an {@link UnreadableFeed} afterwards means none may be kept. */
    public FeedReport read(InputStream in, Consumer<? super EolProduct> sink) {
        return read(in, true, sink);
    }

    /** @param strict whether a broken file in an archive refuses all of it; else it is told and left out */
    public FeedReport read(InputStream in, boolean strict, Consumer<? super EolProduct> sink) {
        return files.<EolProduct>read(in, strict, sink, this::product);
    }

    /** In the repository's archive the products stand in one folder beside pages and tools. */
    private static boolean isProduct(String name) {
        boolean folder = !name.contains("/") || name.startsWith("products/") || name.contains("/products/");
        return name.endsWith(".md") && folder && !name.endsWith("readme.md");
    }

    private void product(String name, InputStream in, Consumer<? super EolProduct> sink, ReadCounts tally)
            throws IOException {
        String place = name.isEmpty() ? "file" : name;
        byte[] bytes = LimitedInput.limited(FEED, in, limits.recordBytes()).readAllBytes();
        Object matter = yaml(place, frontMatter(place, text(place, bytes)));
        EolProduct product = EolMatter.read(place, matter);
        known.look(withoutCustom(JSON.valueToTree(matter)), tally);
        sink.accept(product);
        tally.read();
    }

    /** Fields that a product declares itself are known by that. */
    private static JsonNode withoutCustom(JsonNode matter) {
        var declared = new ArrayList<String>();
        matter.path("customFields")
                .forEach(field -> declared.add(field.path("name").asText()));
        matter.path("releases").forEach(release -> {
            if (release instanceof ObjectNode fields) {
                fields.remove(declared);
            }
        });
        return matter;
    }

    private static String text(String place, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableFeed(FEED, place, "it is not UTF-8 text", e);
        }
    }

    private static String frontMatter(String place, String text) {
        String lines = text.replace("\r\n", "\n");
        int end = lines.indexOf("\n---", 3);
        if (!lines.startsWith("---\n") || end < 0) {
            throw new UnreadableFeed(
                    FEED, place, "no YAML between two lines of three dashes; this is not a product file");
        }
        return lines.substring(4, end + 1);
    }

    private @Nullable Object yaml(String place, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(Math.min(limits.depth(), 50));
        options.setMaxAliasesForCollections(ALIASES);
        options.setCodePointLimit(limits.recordBytes());
        options.setAllowDuplicateKeys(false);
        try {
            DumperOptions dumping = new DumperOptions();
            return new Yaml(
                            new SafeConstructor(options),
                            new Representer(dumping),
                            dumping,
                            options,
                            new TextResolver())
                    .load(new StringReader(text));
        } catch (MarkedYAMLException e) {
            String line = e.getProblemMark() == null
                    ? ""
                    : ", line " + (e.getProblemMark().getLine() + 2);
            throw new UnreadableFeed(FEED, place + line, "it is not YAML", e);
        } catch (YAMLException e) {
            throw new UnreadableFeed(
                    FEED, place, "it is not YAML, or nests too deep, is too long or names a key twice", e);
        }
    }

    /** Everything but true, false and null stays text: a cycle called 1.10 must not become the number 1.1. */
    private static final class TextResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
            addImplicitResolver(Tag.MERGE, MERGE, "<");
        }
    }
}
