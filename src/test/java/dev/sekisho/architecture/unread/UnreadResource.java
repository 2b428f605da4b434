package dev.sekisho.architecture.unread;

import dev.sekisho.web.list.Paging;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;

/** A list that takes a parameter outside its record, and does not read it. */
class UnreadResource {
    @GET
    String list(@QueryParam("zone") String zone, @BeanParam UnreadFilter filter, @BeanParam Paging paging) {
        return filter.read() + paging.limit();
    }
}
