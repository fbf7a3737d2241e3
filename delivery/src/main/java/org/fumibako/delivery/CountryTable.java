// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import com.maxmind.db.Reader;
import java.io.Closeable;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link Countries} from files in the MaxMind DB format, one for both families or one for each. Records are read as
 * ip-location-db writes them ({@code country_code}) and as MaxMind does ({@code country.iso_code}).
 */
public final class CountryTable implements Countries, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(CountryTable.class);

    /** {@code ip_version} of a file that has both families. */
    private static final int BOTH = 6;

    private final List<Reader> readers;

    private CountryTable(List<Reader> readers) {
        this.readers = List.copyOf(readers);
    }

    /** Opens the files, which are asked in this order; without any, no country is known. */
    public static CountryTable open(List<Path> files) throws IOException {
        List<Reader> readers = new ArrayList<>();
        try {
            for (Path file : files) {
                readers.add(new Reader(file.toFile()));
            }
            return new CountryTable(readers);
        } catch (IOException | RuntimeException unreadable) {
            new CountryTable(readers).close();
            throw unreadable;
        }
    }

    @Override
    public Optional<String> of(InetAddress address) {
        for (Reader reader : readers) {
            if (!(address instanceof Inet6Address) || reader.getMetadata().ipVersion() == BOTH) {
                Optional<String> country = country(reader, address);
                if (country.isPresent()) {
                    return country;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> country(Reader reader, InetAddress address) {
        try {
            Map<?, ?> row = reader.get(address, Map.class);
            if (row == null) {
                return Optional.empty();
            }
            Object code =
                    row.get("country") instanceof Map<?, ?> country ? country.get("iso_code") : row.get("country_code");
            return Optional.ofNullable(code).map(found -> found.toString().toUpperCase(Locale.ROOT));
        } catch (IOException damaged) {
            LOG.error("country of {} cannot be read", address.getHostAddress(), damaged);
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        for (Reader reader : readers) {
            reader.close();
        }
    }
}
