package dev.sekisho.architecture.open;

import jakarta.ws.rs.GET;
import java.util.List;

/** Shows what is stored, to whoever asks. */
abstract class OpenResource {
    @GET
    abstract List<OpenEntity> all();
}
