// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Server}: one demo server for the whole run, started when the first test asks, or the running one
 * that {@code -De2e.server} describes.
 */
public final class ServerUnderTest implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ServerUnderTest.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Server.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent("server", key -> Running.start(), Running.class)
                .server();
    }

    private record Running(Server server, AutoCloseable resource) implements AutoCloseable {

        static Running start() {
            String external = System.getProperty("e2e.server", "");
            if (!external.isEmpty()) {
                return new Running(external(Path.of(external)), () -> {});
            }
            try {
                Path directory = Files.createTempDirectory("fumibako-e2e-");
                Demo demo = new Demo(directory.resolve("data"), directory.resolve("server.log"));
                return new Running(demo.start(), demo);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static Server external(Path file) {
            DemoFile demo = DemoFile.read(file);
            List<Account> all = demo.accounts();
            Iterator<Account> accounts = all.iterator();
            return new Server(
                    demo.host(),
                    demo.ports(),
                    demo.domain(),
                    Path.of(demo.caCertificate()),
                    accounts::next,
                    demo.taken());
        }

        @Override
        public void close() throws Exception {
            resource.close();
        }
    }
}
