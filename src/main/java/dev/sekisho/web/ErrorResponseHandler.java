package dev.sekisho.web;

import dev.sekisho.web.problem.ProblemType;
import dev.sekisho.web.problem.Problems;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.impl.headers.HeadersAdaptor;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gives an error that the HTTP layer answers with nothing but a status the body of a problem, and lets its receiver read
 * it: a connection closed over unread bytes would be reset, and the answer lost with it.
 */
final class ErrorResponseHandler extends ChannelDuplexHandler {
    private static final Set<HttpVersion> VERSIONS = Set.of(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1);

    /** How long what a refused sender goes on sending is read and dropped. */
    private static final long PATIENCE_SECONDS = 10;

    /** How long whoever reads a broken body has to find out and to answer. */
    private static final long GRACE_SECONDS = 1;

    /** How long the head of a request may take to arrive, however steadily it trickles. */
    private static final long HEAD_SECONDS = 30;

    /** The request at hand has no answer yet. */
    private boolean unanswered;

    /** Something of the request at hand may still come. */
    private boolean arriving;

    /** The body of the request at hand turned out to be unreadable. */
    private boolean broken;

    /** Nothing after the answer at hand counts. */
    private boolean refused;

    private boolean lingering;

    /** What arrived last was at least a part of a request that could be read. */
    private boolean told;

    private @Nullable ChannelPromise closing;
    private @Nullable ScheduledFuture<?> patience;
    private @Nullable ScheduledFuture<?> head;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        told = true;
        stop(head);
        head = null;
        if (lingering) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            if (!VERSIONS.contains(request.protocolVersion())) {
                request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("an unknown version")));
            }
            named(request);
            unanswered = true;
            arriving = true;
            readOn(context, request, request.decoderResult());
        } else if (message instanceof HttpContent content) {
            if (content.decoderResult().isFailure() && unanswered) {
                broken = true;
                content.setDecoderResult(DecoderResult.failure(new HttpClosedException("The body cannot be read.")));
            }
            readOn(context, content, content.decoderResult());
        } else {
            context.fireChannelRead(message);
        }
        if (lingering && message instanceof LastHttpContent) {
            closeNow(context);
        }
    }

    /** HTTP/1.0, in which balancers ask for our health, knows no Host; everything behind here needs one. */
    private static void named(HttpRequest request) {
        if (request.protocolVersion().equals(HttpVersion.HTTP_1_0)
                && !request.headers().contains(HttpHeaderNames.HOST)) {
            request.headers().set(HttpHeaderNames.HOST, "localhost");
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (!told && head == null && !arriving) {
            head = context.executor().schedule(() -> closeNow(context), HEAD_SECONDS, TimeUnit.SECONDS);
        }
        told = false;
        context.fireChannelReadComplete();
    }

    private void readOn(ChannelHandlerContext context, HttpObject message, DecoderResult result) {
        if (message instanceof LastHttpContent && result.isSuccess()) {
            arriving = false;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (lingering) {
            ReferenceCountUtil.release(message);
            promise.trySuccess();
            return;
        }
        Object answer = message;
        if (message instanceof FullHttpResponse response && saysNothing(response)) {
            refused = true;
            answer = problem(response);
            response.release();
        }
        if (message instanceof HttpResponse) {
            unanswered = false;
            refused |= broken;
        }
        if (refused && message instanceof LastHttpContent) {
            ChannelPromise written = promise.unvoid();
            written.addListener(done -> linger(context));
            context.writeAndFlush(answer, written);
        } else {
            context.write(answer, promise);
        }
    }

    private static boolean saysNothing(FullHttpResponse response) {
        return response.status().code() >= 400
                && !response.content().isReadable()
                && !response.headers().contains(HttpHeaderNames.CONTENT_TYPE);
    }

    private static FullHttpResponse problem(FullHttpResponse bare) {
        ProblemType type = ProblemType.ofStatus(bare.status().code());
        byte[] body = Problems.unrouted(type, EarlyProblems.detailOf(type)).getBytes(StandardCharsets.UTF_8);
        var answer = new DefaultFullHttpResponse(version(bare), bare.status(), Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(bare.headers())
                .set(HttpHeaderNames.CONTENT_TYPE, Problems.WITH_CHARSET)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        SecurityHeaders.put(new HeadersAdaptor(answer.headers()), false);
        return answer;
    }

    private static HttpVersion version(FullHttpResponse bare) {
        return VERSIONS.contains(bare.protocolVersion()) ? bare.protocolVersion() : HttpVersion.HTTP_1_1;
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (closing != null) {
            promise.trySuccess();
        } else if (refused || broken && unanswered) {
            // The answer is under way, or whoever reads the body is about to find out and to answer.
            closing = promise;
            waitAtMost(context);
            if (unanswered) {
                context.executor().schedule(() -> answerForNobody(context), GRACE_SECONDS, TimeUnit.SECONDS);
            }
        } else {
            context.close(promise);
        }
    }

    /** Who began to read only after the body had broken is never told of it. */
    private void answerForNobody(ChannelHandlerContext context) {
        if (unanswered && context.channel().isActive()) {
            var bare = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST);
            write(context, bare, context.newPromise());
        }
    }

    private void linger(ChannelHandlerContext context) {
        if (!arriving) {
            closeNow(context);
            return;
        }
        lingering = true;
        waitAtMost(context);
        if (context.channel() instanceof DuplexChannel channel
                && context.pipeline().get(SslHandler.class) == null) {
            channel.shutdownOutput();
        }
        context.channel().config().setAutoRead(true);
        context.read();
    }

    private void waitAtMost(ChannelHandlerContext context) {
        if (patience == null) {
            patience = context.executor().schedule(() -> closeNow(context), PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void closeNow(ChannelHandlerContext context) {
        context.close(closing == null ? context.newPromise() : closing);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop(patience);
        stop(head);
        context.fireChannelInactive();
    }

    private static void stop(@Nullable ScheduledFuture<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
