// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What a record says: one shape for each {@link RecordType}. Strings in it are octets, one a character (ISO 8859-1). */
public sealed interface RecordData {
    /** Octets in one character string (RFC 1035 §3.3). */
    int MAX_STRING = 255;

    RecordType type();

    record A(Inet4Address address) implements RecordData {
        @Override
        public RecordType type() {
            return RecordType.A;
        }
    }

    record Aaaa(Inet6Address address) implements RecordData {
        @Override
        public RecordType type() {
            return RecordType.AAAA;
        }
    }

    record Cname(DnsName target) implements RecordData {
        @Override
        public RecordType type() {
            return RecordType.CNAME;
        }
    }

    record Ns(DnsName host) implements RecordData {
        @Override
        public RecordType type() {
            return RecordType.NS;
        }
    }

    record Ptr(DnsName host) implements RecordData {
        @Override
        public RecordType type() {
            return RecordType.PTR;
        }
    }

    /** An exchange of {@code .} with preference 0 says that the domain takes no mail (RFC 7505). */
    record Mx(int preference, DnsName exchange) implements RecordData {
        public Mx {
            Fields.octets16(preference);
        }

        @Override
        public RecordType type() {
            return RecordType.MX;
        }
    }

    record Txt(List<String> strings) implements RecordData {
        public Txt {
            strings = List.copyOf(strings);
            if (strings.isEmpty()) {
                throw new IllegalArgumentException("TXT has at least one string");
            }
            strings.forEach(string -> Fields.string(string, MAX_STRING));
        }

        /** The strings without anything between them, as SPF, DKIM and DMARC read them (RFC 7208 §3.3). */
        public String joined() {
            return String.join("", strings);
        }

        @Override
        public RecordType type() {
            return RecordType.TXT;
        }
    }

    record Srv(int priority, int weight, int port, DnsName target) implements RecordData {
        public Srv {
            Fields.octets16(priority);
            Fields.octets16(weight);
            Fields.octets16(port);
        }

        @Override
        public RecordType type() {
            return RecordType.SRV;
        }
    }

    record Caa(int flags, String tag, String value) implements RecordData {
        public Caa {
            Fields.octet(flags);
            Fields.string(tag, MAX_STRING);
            Fields.string(value, Fields.MAX_DATA - MAX_STRING);
        }

        @Override
        public RecordType type() {
            return RecordType.CAA;
        }
    }

    /** {@code contact} is an address with the first dot for its {@code @}; {@code minimum} is how long "no" is believed (RFC 2308 §4). */
    record Soa(
            DnsName primary,
            DnsName contact,
            long serial,
            Duration refresh,
            Duration retry,
            Duration expire,
            Duration minimum)
            implements RecordData {
        public Soa {
            Fields.octets32(serial);
            Fields.octets32(refresh.toSeconds());
            Fields.octets32(retry.toSeconds());
            Fields.octets32(expire.toSeconds());
            Fields.octets32(minimum.toSeconds());
        }

        @Override
        public RecordType type() {
            return RecordType.SOA;
        }
    }

    record Tlsa(int usage, int selector, int matching, byte[] data) implements RecordData {
        public Tlsa {
            Fields.octet(usage);
            Fields.octet(selector);
            Fields.octet(matching);
            data = data.clone();
        }

        @Override
        public byte[] data() {
            return data.clone();
        }

        @Override
        public RecordType type() {
            return RecordType.TLSA;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Tlsa that
                    && usage == that.usage
                    && selector == that.selector
                    && matching == that.matching
                    && Arrays.equals(data, that.data);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(data) + usage + selector + matching;
        }

        @Override
        public String toString() {
            return "Tlsa[" + usage + ' ' + selector + ' ' + matching + ' '
                    + HexFormat.of().formatHex(data) + ']';
        }
    }
}
