// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import com.maxmind.db.Reader;
import com.maxmind.db.Reader.FileMode;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link Countries} from files in the MaxMind DB format, one for both families or one for each. Records are read as
 * ip-location-db writes them ({@code country_code}) and as MaxMind does ({@code country.iso_code}). The files are read into
 * memory, some megabytes, so that one may be replaced while the server runs; a new one counts at the next start.
 */
public final class CountryTable implements Countries {
    private static final Logger LOG = LoggerFactory.getLogger(CountryTable.class);

    /** {@code ip_version} of a file that has both families. */
    private static final int BOTH = 6;

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

    private final List<Reader> readers = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** Reads the files, which are asked in this order; what one that cannot be read would say is unknown. */
    public CountryTable(List<Path> files) {
        for (Path file : files) {
            try {
                readers.add(new Reader(file.toFile(), FileMode.MEMORY));
            } catch (IOException | RuntimeException notOne) {
                String why = Files.isReadable(file) ? "is not a MaxMind DB file" : "cannot be read";
                problems.add("the country data " + file + " " + why + ": " + notOne.getMessage());
                LOG.debug("{}", file, notOne);
            }
        }
    }

    /** What is wrong with the files, a sentence each. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Whether no country is known. */
    public boolean isEmpty() {
        return readers.isEmpty();
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
            return Optional.ofNullable(code)
                    .map(Object::toString)
                    .filter(text -> CODE.matcher(text).matches());
        } catch (IOException | RuntimeException damaged) {
            LOG.error("the country of {} cannot be read: {}", address.getHostAddress(), damaged.toString());
            return Optional.empty();
        }
    }
}
