package dev.sekisho.architecture.unread;

import jakarta.ws.rs.QueryParam;

/** Declares two filters; only one of them is ever read. */
record UnreadFilter(
        @QueryParam("read") String read,
        @QueryParam("unread") String unread) {}
