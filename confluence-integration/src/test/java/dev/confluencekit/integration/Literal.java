package dev.confluencekit.integration;

/** Answers word for word as the service gives them. */
final class Literal {
    static final String CLOUD_ID = "2b6c2a5e-6f0d-4c4e-9d0d-3f5b8f0a1c11";

    static final String TENANT_INFO_BODY = "{\"cloudId\":\"" + CLOUD_ID + "\"}";

    static final String KNOWN_USER = """
            {
              "type": "known",
              "accountId": "712020:4c0a4a1e-6f7d-4a57-9f2c-5d3a1be0a001",
              "accountType": "atlassian",
              "email": "",
              "publicName": "kb-bot",
              "profilePicture": {"path": "/wiki/aa-avatar/712020:4c0a", "width": 48, "height": 48, "isDefault": false},
              "displayName": "KB Bot",
              "timeZone": null,
              "isExternalCollaborator": false,
              "isGuest": false,
              "locale": "en_US",
              "operations": [{"operation": "use", "targetType": "application"},
                             {"operation": "create_space", "targetType": "application"}],
              "_expandable": {"personalSpace": ""},
              "_links": {"self": "https://acme.atlassian.net/wiki/rest/api/user?accountId=712020:4c0a",
                         "base": "https://acme.atlassian.net/wiki", "context": "/wiki"}
            }""";

    static final String ANONYMOUS_USER = """
            {
              "type": "anonymous",
              "profilePicture": {"path": "/wiki/images/icons/profilepics/anonymous.svg", "width": 48, "height": 48,
                                 "isDefault": true},
              "displayName": "Anonymous",
              "_expandable": {"operations": ""},
              "_links": {"base": "https://acme.atlassian.net/wiki", "context": "/wiki"}
            }""";

    static final String ONE_SPACE = """
            {
              "results": [{"id": "65537", "key": "SUPPORT", "name": "Customer support", "type": "global",
                           "status": "current", "_links": {"webui": "/spaces/SUPPORT"}}],
              "_links": {"base": "https://acme.atlassian.net/wiki"}
            }""";

    static final String NO_SPACE = """
            {"results": [], "_links": {"base": "https://acme.atlassian.net/wiki"}}""";

    static final String UNAUTHORIZED = """
            {"statusCode": 401, "data": {"authorized": false, "valid": true, "errors": [], "successful": false},
             "message": "Unauthorized", "reason": "Unauthorized"}""";

    static final String GATEWAY_UNAUTHORIZED = """
            {"code": 401, "message": "Unauthorized"}""";

    static final String SCOPE_DOES_NOT_MATCH = """
            {"code":401,"message":"Unauthorized; scope does not match"}""";

    static final String NOT_PERMITTED = """
            {"message":"Current user not permitted to use Confluence","statusCode":403}""";

    static final String LOGIN_PAGE = """
            <!DOCTYPE html><html><head><title>Log in with Atlassian account</title></head>
            <body><form id="form-login" method="post"></form></body></html>""";

    private Literal() {}
}
