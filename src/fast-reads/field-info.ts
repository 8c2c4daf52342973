import type { GraphQLResolveInfo } from 'graphql';

import { leaveToApollo } from './left-to-apollo';

/**
 * What resolvers get about their field in a fast read: its name. If a resolver uses anything else, Apollo Server executes
 * the read instead.
 */
export class FieldInfo implements GraphQLResolveInfo {
  constructor(readonly fieldName: string) {}

  get fieldNodes(): never {
    return leaveToApollo();
  }
  get returnType(): never {
    return leaveToApollo();
  }
  get parentType(): never {
    return leaveToApollo();
  }
  get path(): never {
    return leaveToApollo();
  }
  get schema(): never {
    return leaveToApollo();
  }
  get fragments(): never {
    return leaveToApollo();
  }
  get rootValue(): never {
    return leaveToApollo();
  }
  get operation(): never {
    return leaveToApollo();
  }
  get variableValues(): never {
    return leaveToApollo();
  }
}
