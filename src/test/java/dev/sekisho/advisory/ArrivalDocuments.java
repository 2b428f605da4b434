package dev.sekisho.advisory;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What sources publish in a week about a product called Order Box, written with single quotes. */
public final class ArrivalDocuments {
    private ArrivalDocuments() {}

    static String entry(String cve, String dueDay) {
        return "{'cveID':'" + cve + "','vendorProject':'Maker','product':'Order Box','vulnerabilityName':'n',"
                + "'dateAdded':'2089-12-31','dueDate':'2090-02-" + dueDay + "','knownRansomwareCampaignUse':'Unknown'}";
    }

    static String kev(String day, String... entries) {
        return "{'catalogVersion':'" + day.replace('-', '.') + "','dateReleased':'" + day + "T10:00:00Z','count':"
                + entries.length + ",'vulnerabilities':[" + String.join(",", entries) + "]}";
    }

    /** @param listed when the CVE list published the container; absent for the maker's own copy */
    public static String cve(String id, String updated, @Nullable String listed, String lessThan) {
        return "{'dataType':'CVE_RECORD','dataVersion':'5.1','cveMetadata':{'cveId':'" + id
                + "','assignerShortName':'maker','state':'PUBLISHED','dateUpdated':'" + updated
                + "T00:00:00Z'},'containers':{'cna':{'providerMetadata':{'orgId':'o','shortName':'maker'"
                + (listed == null ? "" : ",'dateUpdated':'" + listed + "T00:00:00Z'")
                + "},'title':'less than " + lessThan + "','affected':[{'vendor':'Maker','product':'Order Box',"
                + "'defaultStatus':'unaffected','versions':[{'version':'0','lessThan':'" + lessThan
                + "','status':'affected','versionType':'semver'}]}]}}}";
    }

    public static String nvd(String modified, double score) {
        return "{'cve':{'id':'CVE-2090-0001','lastModified':'" + modified
                + "','published':'2090-01-01T00:00:00','descriptions':[],"
                + "'metrics':{'cvssMetricV31':[{'type':'Primary','cvssData':{'version':'3.1','baseScore':" + score
                + "}}]}}}";
    }

    public static String osv(String id, String modified, String more, String ecosystem) {
        return "{'id':'" + id + "','modified':'" + modified + "T00:00:00Z'," + more
                + "'affected':[{'package':{'ecosystem':'" + ecosystem
                + "','name':'order-box'},'versions':['2.0']}]}";
    }

    public static String csaf(String date, String... cves) {
        var vulnerabilities = new ArrayList<String>();
        for (String cve : cves) {
            vulnerabilities.add("{'cve':'" + cve + "','product_status':{'known_affected':['p']},"
                    + "'threats':[{'category':'exploit_status','details':'Exploited: Yes','date':'" + date + "'}]}");
        }
        return "{'document':{'category':'csaf_security_advisory','csaf_version':'2.0','title':'t " + date
                + "','publisher':{'name':'Maker'},'tracking':{'id':'M-1','current_release_date':'" + date
                + "'}},'product_tree':{'branches':[{'category':'vendor','name':'Maker','branches':["
                + "{'category':'product_name','name':'Order Box','branches':[{'category':'product_version','name':'2.0',"
                + "'product':{'product_id':'p','name':'Maker Order Box 2.0'}}]}]}]},'vulnerabilities':["
                + String.join(",", vulnerabilities) + "]}";
    }

    /** A document about a flaw without a CVE id, which then goes by the document's. */
    static String csafWithoutCve(String id, String date, boolean exploited) {
        return "{'document':{'category':'csaf_security_advisory','csaf_version':'2.0','title':'t " + date
                + "','publisher':{'name':'Maker'},'tracking':{'id':'" + id + "','current_release_date':'" + date
                + "T00:00:00Z'}},'product_tree':{'full_product_names':[{'product_id':'p','name':'Order Box',"
                + "'product_identification_helper':{'purl':'pkg:npm/order-box@2.0'}}]},'vulnerabilities':[{"
                + "'product_status':{'known_affected':['p']}"
                + (exploited ? ",'threats':[{'category':'exploit_status','details':'Exploited: Yes'}]" : "") + "}]}";
    }

    public static String vex(String timestamp, String status) {
        return "{'@context':'https://openvex.dev/ns/v0.2.0','@id':'vex-1','author':'Maker','timestamp':'" + timestamp
                + "','version':1,'statements':[{'vulnerability':{'name':'CVE-2090-0003'},'products':[{'@id':"
                + "'pkg:npm/order-box@2.0'}],'status':'" + status + "','justification':'component_not_present'}]}";
    }

    /** A product of endoflife.date with one cycle. */
    public static String cycles(String id, String title, String cycle, String end) {
        return "---\ntitle: " + title + "\npermalink: /" + id + "\nreleases:\n-   releaseCycle: \"" + cycle
                + "\"\n    eol: " + end + "\n---\n";
    }
}
