package dev.sekisho.software.verdict;

import dev.sekisho.access.Role;
import dev.sekisho.registry.CollectionService;
import dev.sekisho.registry.CreatingResource;
import dev.sekisho.registry.Sorting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/analyst-verdicts")
@RolesAllowed(Role.VIEW)
@Tag(name = "Registry")
class AnalystVerdictResource extends CreatingResource<AnalystVerdictEntity, AnalystVerdictView> {
    AnalystVerdictResource(AnalystVerdictRegistry registry, CollectionService collections) {
        super(registry, collections);
    }

    @GET
    @RolesAllowed(Role.VIEW)
    public Response list(
            @BeanParam AnalystVerdictFilter filter,
            @BeanParam Sorting sorting,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return listed(filter, sorting, headers, uri);
    }
}
