package dev.sekisho.risk.traffic.rule;

import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;

/** The services that attackers move through, with how much each weighs when a link permits it; the riskiest first. */
public enum RiskyService {
    RDP(1.0, "RDP", true, ProtocolSet.TCP_UDP, "3389"),
    SMB(1.0, "SMB", false, ProtocolSet.TCP, "139", "445"),
    WINRM(1.0, "WinRM", true, ProtocolSet.TCP, "5985-5986"),
    RPC(1.0, "RPC", false, ProtocolSet.TCP_UDP, "135"),
    TELNET(1.0, "telnet", true, ProtocolSet.TCP, "23"),
    VNC(1.0, "VNC", true, ProtocolSet.TCP, "5900-5903"),
    R_SERVICES(1.0, "r-services", false, ProtocolSet.TCP, "512-514"),
    IPMI(1.0, "IPMI", false, ProtocolSet.UDP, "623"),
    VCENTER(1.0, "vCenter", false, ProtocolSet.TCP_UDP, "902"),
    KERBEROS(1.0, "Kerberos", false, ProtocolSet.TCP_UDP, "88"),
    LDAP(1.0, "LDAP", false, ProtocolSet.TCP_UDP, "389"),
    LDAPS(1.0, "LDAP over TLS", false, ProtocolSet.TCP, "636"),
    GLOBAL_CATALOG(1.0, "LDAP global catalog", false, ProtocolSet.TCP, "3268"),
    SSH(0.7, "SSH", true, ProtocolSet.TCP, "22"),
    SQL_SERVER(0.7, "SQL Server", false, ProtocolSet.TCP, "1433"),
    ORACLE(0.7, "Oracle", false, ProtocolSet.TCP, "1521"),
    MYSQL(0.7, "MySQL", false, ProtocolSet.TCP, "3306"),
    POSTGRESQL(0.7, "PostgreSQL", false, ProtocolSet.TCP, "5432"),
    REDIS(0.7, "Redis", false, ProtocolSet.TCP, "6379"),
    ELASTICSEARCH(0.7, "Elasticsearch", false, ProtocolSet.TCP, "9200"),
    MONGODB(0.7, "MongoDB", false, ProtocolSet.TCP, "27017"),
    DOCKER(0.7, "Docker", false, ProtocolSet.TCP, "2375-2376"),
    KUBERNETES(0.7, "Kubernetes", false, ProtocolSet.TCP, "6443", "10250"),
    FTP(0.7, "FTP", false, ProtocolSet.TCP, "20-21"),
    TFTP(0.7, "TFTP", false, ProtocolSet.UDP, "69"),
    NFS(0.7, "NFS", false, ProtocolSet.TCP_UDP, "2049"),
    SNMP(0.7, "SNMP", false, ProtocolSet.UDP, "161"),
    HTTP(0.3, "HTTP", false, ProtocolSet.TCP, "80"),
    SMTP(0.3, "SMTP", false, ProtocolSet.TCP, "25"),
    DNS(0.3, "DNS", false, ProtocolSet.TCP_UDP, "53");

    private final double weight;
    private final String label;
    private final boolean interactive;
    private final ProtocolSet protocols;
    private final PortSet ports;
    private final Rule traffic;

    RiskyService(double weight, String label, boolean interactive, ProtocolSet protocols, String... ports) {
        this.weight = weight;
        this.label = label;
        this.interactive = interactive;
        this.protocols = protocols;
        this.ports = PortSet.of(ports);
        this.traffic = Rule.permit().over(protocols).ports(this.ports);
    }

    public double weight() {
        return weight;
    }

    /** As people call it. */
    public String label() {
        return label;
    }

    /** Whether somebody who logs in here has a session on the machine. */
    public boolean isInteractive() {
        return interactive;
    }

    public ProtocolSet protocols() {
        return protocols;
    }

    public PortSet ports() {
        return ports;
    }

    public Rule traffic() {
        return traffic;
    }
}
