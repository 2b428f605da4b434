package dev.sekisho.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpResponseEncoder;

/**
 * Puts the {@link ErrorResponseHandler} behind the codec of a new connection. The codec is there only when the first bytes have told
 * HTTP/1 from HTTP/2, so those are handed on one by one: a request that could be answered is longer.
 */
final class ErrorHandlerInstaller extends ChannelInboundHandlerAdapter {
    private static final int TELLING = 24;

    private int handedOn;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            while (handedOn < TELLING && !isKnown(context.pipeline()) && bytes.readableBytes() > 1) {
                handedOn++;
                context.fireChannelRead(bytes.readRetainedSlice(1));
            }
        }
        if (isKnown(context.pipeline())) {
            context.pipeline().addAfter(encoder(context.pipeline()), "lastWord", new ErrorResponseHandler());
            context.fireChannelRead(message);
            context.pipeline().remove(this);
        } else {
            context.fireChannelRead(message);
        }
    }

    private static boolean isKnown(ChannelPipeline pipeline) {
        return pipeline.get(HttpResponseEncoder.class) != null;
    }

    private static String encoder(ChannelPipeline pipeline) {
        return pipeline.context(HttpResponseEncoder.class).name();
    }
}
