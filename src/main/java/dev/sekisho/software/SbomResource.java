package dev.sekisho.software;

import dev.sekisho.access.Role;
import dev.sekisho.change.ChangeOperation;
import dev.sekisho.change.Ledger;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.matching.product.Identifiers;
import dev.sekisho.registry.Key;
import dev.sekisho.registry.idempotency.Writes;
import dev.sekisho.sbom.Bill;
import dev.sekisho.sbom.BillReader;
import dev.sekisho.sbom.Bills;
import dev.sekisho.sbom.UnreadableBill;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/software-products/{key}/versions/{version}/sbom")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Software")
class SbomResource {
    private final SoftwareProductRepository products;
    private final Bills bills;
    private final Writes writes;
    private final Ledger ledger;
    private final SoftwareKnowledge knowledge;

    SbomResource(
            SoftwareProductRepository products,
            Bills bills,
            Writes writes,
            Ledger ledger,
            SoftwareKnowledge knowledge) {
        this.knowledge = knowledge;
        this.products = products;
        this.bills = bills;
        this.writes = writes;
        this.ledger = ledger;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "importSbom",
            summary = "Import what a version of a product is made of",
            description =
                    "Takes CycloneDX 1.2 to 1.7 (JSON or XML, checked against its schema), SPDX 2.2 or 2.3 (JSON, also within `sbom` as repository hosts wrap it, or tags and values) or SPDX 3.0 (JSON-LD), uncompressed, in place of what the version had. Every component with a purl or CPE is judged wherever this version is installed, however many zeros it ends with (9.9 is 9.9.0): what concerns a component concerns the installation. VEX statements in it count as the word of its author. Document types and external entities in XML, nesting without end and more than 50000 components are refused (400). Faults in what is not read of a bill (addresses, licences, components given twice) are told in `warnings`; with strict=true they refuse it (400). 404 when there is no such product.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            example =
                                    "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"version\": 1, \"components\": [{\"type\": \"library\", \"name\": \"log4j-core\", \"version\": \"2.14.1\", \"purl\": \"pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1\"}]}"))
    public SbomView take(
            @PathParam("key") @Key String key,
            @PathParam("version")
                    @Size(min = 1, max = 200)
                    @Parameter(description = "Version of the product.", example = "3.1.0")
                    String version,
            @QueryParam("strict")
                    @DefaultValue("false")
                    @Parameter(
                            description =
                                    "Refuse a bill for every fault against its specification, and not only for those in what is read of it.",
                            example = "true")
                    boolean strict,
            @NotNull byte[] body) {
        BillReader.Read read = read(body, strict);
        Bill bill = read.bill();
        boolean changed = writes.run(() -> keep(key, version, bill));
        List<Bill.Component> identified = bill.components().stream()
                .filter(one -> Identifiers.findsByPurl(one.purl()) || Identifiers.findsByCpe(one.cpe()))
                .toList();
        return new SbomView(
                key,
                version,
                bill.format(),
                bill.author(),
                bill.components().size(),
                identified.size(),
                (int) identified.stream().filter(knowledge::isNamed).count(),
                bill.statements().size(),
                changed,
                read.warnings().isEmpty() ? null : read.warnings(),
                knowledge.sources());
    }

    private static BillReader.Read read(byte[] body, boolean strict) {
        try {
            return BillReader.read(body, strict);
        } catch (UnreadableBill refused) {
            throw ProblemException.of(
                    ProblemType.INVALID, "The bill of materials cannot be read: " + refused.getMessage() + ".");
        }
    }

    private boolean keep(String key, String version, Bill bill) {
        if (products.findById(key) == null) {
            throw ProblemException.notFound(
                    CollectionName.SOFTWARE_PRODUCTS.singular(),
                    key,
                    products.keysBeside(key.toLowerCase(Locale.ROOT)));
        }
        ChangeOperation operation = bills.holds(key, version) ? ChangeOperation.UPDATED : ChangeOperation.CREATED;
        boolean changed = bills.put(key, version, bill);
        if (changed) {
            ledger.wrote(Bills.address(key, version), operation, bill);
            ledger.touched(CollectionName.SOFTWARE_PRODUCTS, key);
        }
        return changed;
    }
}
