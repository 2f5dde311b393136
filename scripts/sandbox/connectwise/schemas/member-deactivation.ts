/** Who takes over from a member that is deactivated. Notation: see `field.ts`. */

export const MemberDeactivation = {
  activity: 'MemberDeactivationItem',
  serviceTeam: 'MemberDeactivationItem',
  companyTeam: '[MemberDeactivationCompanyTeam]',
  workflowEmail: 'MemberDeactivationItem',
  serviceStatusWorkflow: '[MemberDeactivationStatusWorkflow]',
  ticketTemplate: 'MemberDeactivationItem',
  opportunity: 'MemberDeactivationItem',
  salesTeam: 'MemberDeactivationItem',
  projectManager: 'MemberDeactivationItem',
  projectTimeApprover: 'MemberDeactivationItem',
  projectExpenseApprover: 'MemberDeactivationItem',
  knowledgeBaseArticle: 'MemberDeactivationItem',
  myCompanyPresident: 'MemberDeactivationItem',
  myCompanyCOO: 'MemberDeactivationItem',
  myCompanyController: 'MemberDeactivationItem',
  myCompanyDispatch: 'MemberDeactivationItem',
  myCompanyServiceManager: 'MemberDeactivationItem',
  myCompanyDutyManagerRole: 'MemberDeactivationItem',
  departmentManager: 'MemberDeactivationItem',
  dispatchMember: 'MemberDeactivationItem',
  serviceManager: 'MemberDeactivationItem',
  dutyManager: 'MemberDeactivationItem',
  sendFromEmailNotify: 'MemberDeactivationItem',
  deleteOpenTimeSheetsFlag: 'boolean?',
} as const

export const MemberDeactivationItem = {
  count: 'integer',
  reAssignToMember: 'MemberReference',
} as const

export const MemberDeactivationCompanyTeam = {
  id: 'integer',
  name: 'string',
  reAssignToContact: 'ContactReference',
  count: 'integer',
  reAssignToMember: 'MemberReference',
} as const

export const MemberDeactivationStatusWorkflow = {
  id: 'integer',
  name: 'string',
  count: 'integer',
  reAssignToMember: 'MemberReference',
} as const
