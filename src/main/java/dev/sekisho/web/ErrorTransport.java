package dev.sekisho.web;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Stands where connections arrive. What the HTTP layer cannot read it answers itself, before any handler of ours, and
 * offers no place to say more than a status; so every connection gets a {@link ErrorResponseHandler}.
 */
public class ErrorTransport implements VertxServiceProvider {
    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new Watched());
    }

    private static final class Watched extends JDKTransport {
        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            bootstrap.handler(new Attendant());
        }
    }

    private static final class Attendant extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object arrived) {
            ((Channel) arrived).pipeline().addLast(new ErrorHandlerInstaller());
            context.fireChannelRead(arrived);
        }
    }
}
