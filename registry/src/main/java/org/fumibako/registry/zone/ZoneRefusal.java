// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

/** Why a change of a zone is refused. Names are stable: panels translate them. */
public enum ZoneRefusal {
    /** The zone is another customer's, who had a domain above first. */
    NO_ZONE,
    NOT_A_NAME,
    OUTSIDE_ZONE,
    /** A type that customers do not edit, or that we do not know. */
    WRONG_TYPE,
    /** Not in the form of its type. */
    BAD_CONTENT,
    BAD_ADDRESS,
    /** A name is wanted, and an address was given. */
    ADDRESS_FOR_NAME,
    BAD_TTL,
    BAD_PRIORITY,
    /** More octets than a record may have. */
    TOO_LONG,
    DUPLICATE,
    /** An alias (CNAME) is alone at its name. */
    ALIAS_BESIDE_OTHERS,
    /** The domain itself has other records always. */
    ALIAS_AT_APEX,
    /** Which name servers a domain has is not said in its own zone. */
    NAME_SERVERS_OF_APEX,
    /** The name is in a zone that was given to other name servers. */
    BELOW_SUB_ZONE,
    TWO_SPF,
    BAD_SPF,
    SPF_LOOK_UPS,
    TWO_DMARC,
    /** A domain that takes no mail (MX to {@code .}) has no other exchange. */
    NULL_MX_BESIDE_OTHERS,
    TOO_MANY_RECORDS,
    TOO_MANY_OF_A_TYPE,
    /** A zone file has a line that is none. */
    BAD_FILE,
    NO_SUCH_RECORD,
    NOTHING_TO_UNDO,
    /** Subdomains have no SPF record of their own by themselves. */
    SPF_OF_SUBDOMAIN
}
