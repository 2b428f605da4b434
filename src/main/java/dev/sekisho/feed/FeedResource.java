package dev.sekisho.feed;

import dev.sekisho.access.Role;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.web.Representations;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@jakarta.ws.rs.Path("/api/v1/feeds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Feeds")
class FeedResource {
    private final FeedService desk;
    private final FeedQueue queue;
    private final Representations representations;
    private final Clock clock;

    FeedResource(FeedService desk, FeedQueue queue, Representations representations, Clock clock) {
        this.clock = clock;
        this.desk = desk;
        this.queue = queue;
        this.representations = representations;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listFeeds",
            summary = "How every feed stands",
            description =
                    "For each feed: when the file that is held was taken over whole, its age in days, how many records it has and how many advisories the last file changed, and the last error; and where it is fetched on a schedule, from where, how often, and when next.")
    @APIResponse(
            responseCode = "200",
            description = "All of them.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = FeedView.class)))
    public Response list(@Context HttpHeaders headers) {
        return representations.answer(headers, desk.all());
    }

    @PUT
    @jakarta.ws.rs.Path("{name}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "replaceFeed",
            summary = "Take over a feed as it is published",
            description =
                    "kev: CISA's catalogue (JSON). eukev: the European catalogue of exploited vulnerabilities (a JSON list); each entry keeps who reported it. epss: the daily scores (CSV). cve: CVE JSON 5 records, one, as JSON lines, or a zip or tar of them. nvd: API 2.0 pages or one record a line. osv, csaf (2.0, advisories and VEX), openvex: one document, JSON lines, or a zip or tar. jvn: overviews (RSS) and records (VULDEF) of JVN iPedia, XML, one file, or a zip or tar. eol: products of endoflife.date (YAML front matter, one file, a zip or a tar). gzip is accepted for all, at most 50 MB as sent. All of it or nothing: a file that is truncated or not the feed changes nothing (400) and shows as lastError. Only a broken document among those of an archive (every feed but kev, eukev and epss) is left out and told, unless strict is true. What takes longer than a minute is answered (202) while it goes on, and up to 8 files wait. The same file again changes nothing. Each source is ordered by its own date and not by arrival: what is older than what is held changes nothing that the later says, and the answer tells so (`older`, `notes`); eol bears no date and takes `publishedOn`. kev and epss are whole: one that is empty, or holds less than nine tenths of what is held, is refused (400) unless force is true. What is withdrawn later stays with its history, and exploited stays with its source. 404 for a feed that is not known.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            example = "cve,epss,percentile\nCVE-2024-21762,0.92345,0.99612\n"))
    @APIResponse(
            responseCode = "200",
            description = "It was taken over.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FeedView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is large and goes on; `lastSuccessAt` or `lastError` will tell.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where to ask how it ended.",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FeedView.class)))
    public Response replace(
            @PathParam("name")
                    @Parameter(
                            description = "Name of the feed.",
                            example = "epss",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "kev", "eukev", "epss", "cve", "nvd", "osv", "csaf", "openvex", "jvn",
                                                "eol"
                                            }))
                    String name,
            @QueryParam("force")
                    @DefaultValue("false")
                    @Parameter(
                            description =
                                    "Take kev or epss even where it is empty, or holds much less than what is held.",
                            example = "true")
                    boolean force,
            @QueryParam("publishedOn")
                    @Parameter(
                            description =
                                    "For eol, whose files bear no date: the day they were published. What is held as of a later day stays; without a day the last load counts, but never against what is held as of one, such as 2026-01-31.")
                    @Nullable
                    LocalDate publishedOn,
            @QueryParam("strict")
                    @DefaultValue("false")
                    @Parameter(
                            description =
                                    "Refuse an archive for one broken document in it; for all feeds but kev, eukev and epss, which have none. Without it, that document is left out and told (`skipped`, `skippedReasons`, `notes`).",
                            example = "true")
                    boolean strict,
            @NotNull File body) {
        Feed feed = Feed.of(name)
                .orElseThrow(() -> ProblemException.notFound(CollectionName.FEEDS.singular(), name, Feed.words()));
        return queue.take(feed, body.toPath(), new Sending(force, day(feed, publishedOn), strict))
                .map(stands -> Response.ok(stands).build())
                .orElseGet(() -> Response.accepted(desk.stands(feed))
                        .header("Location", "/api/v1/feeds")
                        .build());
    }

    private @Nullable LocalDate day(Feed feed, @Nullable LocalDate publishedOn) {
        if (publishedOn != null && feed != Feed.EOL) {
            throw refusal("What " + feed.word() + " says bears its own date.");
        }
        if (publishedOn != null && publishedOn.isAfter(LocalDate.now(clock))) {
            throw refusal("It cannot have been published on a day to come.");
        }
        return publishedOn;
    }

    private static ProblemException refusal(String why) {
        return ProblemException.at(ProblemType.INVALID, "publishedOn", why);
    }
}
