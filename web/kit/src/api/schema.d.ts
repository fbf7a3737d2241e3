// SPDX-License-Identifier: Apache-2.0
// Stands in for what openapi-typescript writes from api/openapi.json.
export interface components {
  schemas: {
    Session: { login: string; name: string; role: 'operator' | 'customer' | 'account'; csrf: string };
    Account: {
      address: string;
      memo: string;
      quotaMegabytes: number;
      usedBytes: number;
      forwards: number;
      autoReply: boolean;
    };
    AccountPage: { items: components['schemas']['Account'][]; total: number };
    Problem: { code: string; status: number; message: string; field?: string };
  };
}
export interface paths {
  '/api/portal': {
    get: { responses: { 200: { content: { 'application/json': { domains: { name: string }[] } } } } };
  };
  '/api/session': {
    get: { responses: { 200: { content: { 'application/json': components['schemas']['Session'] } } } };
    post: {
      requestBody: { content: { 'application/json': { login: string; password: string } } };
      responses: { 200: { content: { 'application/json': components['schemas']['Session'] } } };
    };
    delete: { responses: { 204: { content: never } } };
  };
}
