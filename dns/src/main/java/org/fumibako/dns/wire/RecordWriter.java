// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.wire;

import java.time.Duration;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;

/** Writes records. Names inside data are compressed only in the types of RFC 1035 (RFC 3597 §4). */
public final class RecordWriter {
    private RecordWriter() {}

    /** A whole record: owner, type, class, TTL, data. */
    public static void write(MessageWriter out, DnsName owner, Duration ttl, RecordData data) {
        out.name(owner);
        body(out, ttl, data);
    }

    /** A record without its owner, which is there already. */
    public static void body(MessageWriter out, Duration ttl, RecordData data) {
        out.u16(data.type().code()).u16(Wire.CLASS_IN).u32(ttl.toSeconds());
        int length = out.position();
        out.u16(0);
        data(out, data);
        out.u16At(length, out.position() - length - 2);
    }

    private static void data(MessageWriter out, RecordData data) {
        switch (data) {
            case RecordData.A a -> out.octets(a.address().getAddress());
            case RecordData.Aaaa aaaa -> out.octets(aaaa.address().getAddress());
            case RecordData.Cname cname -> out.name(cname.target());
            case RecordData.Ns ns -> out.name(ns.host());
            case RecordData.Ptr ptr -> out.name(ptr.host());
            case RecordData.Mx mx -> out.u16(mx.preference()).name(mx.exchange());
            case RecordData.Txt txt -> txt.strings().forEach(string -> string(out, string));
            case RecordData.Srv srv ->
                out.u16(srv.priority()).u16(srv.weight()).u16(srv.port()).plainName(srv.target());
            case RecordData.Caa caa -> string(out.u8(caa.flags()), caa.tag()).latin1(caa.value());
            case RecordData.Soa soa ->
                out.name(soa.primary())
                        .name(soa.contact())
                        .u32(soa.serial())
                        .u32(soa.refresh().toSeconds())
                        .u32(soa.retry().toSeconds())
                        .u32(soa.expire().toSeconds())
                        .u32(soa.minimum().toSeconds());
            case RecordData.Tlsa tlsa ->
                out.u8(tlsa.usage()).u8(tlsa.selector()).u8(tlsa.matching()).octets(tlsa.data());
        }
    }

    private static MessageWriter string(MessageWriter out, String string) {
        return out.u8(string.length()).latin1(string);
    }
}
